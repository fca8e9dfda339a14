package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.StorageUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads logs by the numbers of their lines. At any time only the lines of one stored chunk stand in memory. */
@Service
public class LogReader {
    private static final int LONGEST_PAGE = 1000;

    private final LogRepository repository;
    private final ArchiveRepository archive;
    private final ArtifactStore store;

    LogReader(LogRepository repository, ArchiveRepository archive, ArtifactStore store) {
        this.repository = repository;
        this.archive = archive;
        this.store = store;
    }

    /** At most 1000 lines from this number on; a negative one counts from the end. */
    public LogPage page(UUID attemptId, long from, int count) {
        requireKnown(attemptId);
        LogRepository.Head head = repository.head(attemptId);
        long first = head.number(from);
        List<LogLine> lines = new ArrayList<>();
        each(attemptId, first, Math.min(head.next(), first + Math.clamp(count, 0, LONGEST_PAGE)), lines::add);
        return new LogPage(first, lines, head.next(), head.ended());
    }

    void requireKnown(UUID attemptId) {
        if (!repository.isKnown(attemptId)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "There is no attempt " + attemptId + ".", "List the attempts of the run.");
        }
    }

    /** Takes one line after the other. */
    interface Taker<E extends Exception> {
        /** False where it has enough. */
        boolean take(LogLine line) throws E;
    }

    /** Gives the taker the lines from {@code from} to before {@code end}, in order. */
    <E extends Exception> void each(UUID attemptId, long from, long end, Taker<E> taker) throws E {
        long number = from;
        while (number < end) {
            List<StoredLines> stored = stored(attemptId, number, Math.min(end, number + LONGEST_PAGE));
            for (StoredLines each : stored) {
                for (LogLine line : each.lines()) {
                    if (line.number() >= number && line.number() < end && !taker.take(line)) {
                        return;
                    }
                }
            }
            if (stored.isEmpty()) {
                return;
            }
            number = stored.getLast().end();
        }
    }

    /** Lines move from the database into the archive, never back: whoever misses them here finds them there. */
    private List<StoredLines> stored(UUID attemptId, long first, long end) {
        List<StoredLines> chunks = repository.chunks(attemptId, first, end).stream()
                .filter(lines -> lines.end() > first)
                .toList();
        if (!chunks.isEmpty() && chunks.getFirst().first() <= first) {
            return chunks;
        }
        return archive.block(attemptId, first)
                .map(block -> List.of(read(block)))
                .orElse(chunks);
    }

    private StoredLines read(ArchiveRepository.Block block) {
        try (InputStream in = store.read(block.bucket(), block.key(), block.offset(), block.length())) {
            return new StoredLines(block.first(), block.count(), in.readNBytes(block.length()), LogBlock::decompress);
        } catch (IOException e) {
            throw new StorageUnavailable("The archived log " + block.key() + " could not be read to its end", e);
        }
    }
}
