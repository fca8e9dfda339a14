package dev.winslow.agent.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much fits on the disk under a folder, in bytes. */
public interface DiskSpace {
    DiskSpace OF_THIS_MACHINE = new DiskSpace() {
        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public long total(Path folder) throws IOException {
            return Files.getFileStore(folder).getTotalSpace();
        }
    };

    long free(Path folder) throws IOException;

    long total(Path folder) throws IOException;

    /** @throws NoSpaceLeft where less is free */
    default void require(Path folder, long bytes) throws IOException {
        long free = free(folder);
        if (free < bytes) {
            throw new NoSpaceLeft(folder, bytes, free);
        }
    }
}
