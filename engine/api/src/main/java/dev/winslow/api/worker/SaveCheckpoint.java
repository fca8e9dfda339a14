package dev.winslow.api.worker;

import java.util.List;

/**
 * All that a stage keeps for its next attempt has been sent, and takes the place of what was kept before.
 *
 * @param number of the checkpoint, counted up by the attempt; its files were sent as workspace files below {@code .checkpoint/NUMBER/}
 * @param files by their paths in the stage's folder {@code .checkpoint}; those that are unchanged since the last one need not have been sent
 */
public record SaveCheckpoint(String leaseToken, int number, List<ProducedFile> files) {
    public SaveCheckpoint {
        files = List.copyOf(files);
    }

    /** Where a file of this checkpoint is sent. */
    public static ProducedFile sent(int number, ProducedFile file) {
        return new ProducedFile(
                file.area(), StageFolders.CHECKPOINT + "/" + number + "/" + file.path(), file.size(), file.sha256());
    }
}
