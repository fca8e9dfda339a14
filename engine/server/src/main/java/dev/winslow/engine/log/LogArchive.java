package dev.winslow.engine.log;

import dev.winslow.engine.log.ArchiveRepository.Block;
import dev.winslow.engine.log.ArchiveRepository.Place;
import dev.winslow.minio.ArtifactStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the lines of an ended attempt from the database into the bucket of its project. The objects come first; then, in one transaction, rows
 * that say where they lie take the place of the lines. A crash before that leaves objects that the repetition writes again.
 */
@Component
class LogArchive {
    private final ArchiveRepository archive;
    private final LogRepository logs;
    private final LogReader reader;
    private final ArtifactStore store;
    private final TransactionTemplate transaction;

    LogArchive(
            ArchiveRepository archive,
            LogRepository logs,
            LogReader reader,
            ArtifactStore store,
            TransactionTemplate transaction) {
        this.archive = archive;
        this.logs = logs;
        this.reader = reader;
        this.store = store;
        this.transaction = transaction;
    }

    void findWhatEarlierVersionsEnded() {
        archive.findUntimed();
    }

    /** Archives one log; false where none waits. */
    boolean archiveNext() {
        Optional<Place> place = archive.claim();
        place.ifPresent(this::archive);
        return place.isPresent();
    }

    private void archive(Place place) {
        UUID attemptId = place.attemptId();
        ArchiveWriter writer = new ArchiveWriter(store, place, () -> archive.renew(attemptId));
        long start = archive.end(attemptId);
        long end = logs.head(attemptId).next();
        reader.<RuntimeException>each(attemptId, start, end, writer::add);
        List<Block> blocks = writer.finish();
        transaction.executeWithoutResult(status -> replace(attemptId, start, blocks));
    }

    /** A word that Winslow added meanwhile stays where it is until the next round. */
    private void replace(UUID attemptId, long start, List<Block> blocks) {
        LogRepository.Head head = logs.lockHead(attemptId).orElse(LogRepository.Head.NONE);
        long end = blocks.isEmpty() ? start : blocks.getLast().end();
        if (archive.end(attemptId) == start) {
            blocks.forEach(block -> archive.insert(attemptId, block));
            logs.deleteChunksBefore(attemptId, end);
            if (head.next() == end) {
                archive.waitsNoLonger(attemptId);
            }
        }
    }
}
