package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of each attempt: what its stage prints, and what Winslow has to say of it. The server numbers all lines; the worker counts its own, so
 * that a batch that comes twice is taken once.
 */
@Service
public class LogService {
    private static final int LONGEST_PAGE = 1000;

    private final LogRepository repository;
    private final InstantSource clock;

    LogService(LogRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Takes a batch of the worker's lines and answers the number of the line that it shall send next. */
    @Transactional
    public LogReceipt append(UUID attemptId, List<LogLine> lines) {
        LogRepository.Head head = repository.lockHead(attemptId);
        List<LogLine> fresh = following(head.workerNext(), lines);
        long next = head.workerNext() + fresh.size();
        // Lines that come after the end are passed over, and the receipt lets the worker forget them.
        if (!fresh.isEmpty() && !head.ended()) {
            write(attemptId, head, fresh);
            repository.updateHead(attemptId, head.next() + fresh.size(), next);
        }
        return new LogReceipt(next);
    }

    /** The lines from this number on, as far as none is missing between them. */
    private static List<LogLine> following(long number, List<LogLine> lines) {
        List<LogLine> following = new ArrayList<>();
        for (LogLine line : lines) {
            long expected = number + following.size();
            if (line.number() > expected) {
                break;
            }
            if (line.number() == expected) {
                following.add(line);
            }
        }
        return following;
    }

    /** Adds what Winslow has to say about the attempt. */
    @Transactional
    public void system(UUID attemptId, String text) {
        LogRepository.Head head = repository.lockHead(attemptId);
        write(attemptId, head, List.of(new LogLine(0, clock.instant(), LogStream.SYSTEM, text)));
        repository.updateHead(attemptId, head.next() + 1, head.workerNext());
    }

    /** Winslow's last word on the attempt; no more lines are to come. */
    @Transactional
    public void close(UUID attemptId, String lastLine) {
        system(attemptId, lastLine);
        repository.end(attemptId);
    }

    /** At most 1000 lines from this number on; a negative one counts from the end. */
    @Transactional(readOnly = true)
    public LogPage page(UUID attemptId, long from, int count) {
        if (!repository.isKnown(attemptId)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "There is no attempt " + attemptId + ".", "List the attempts of the run.");
        }
        LogRepository.Head head = repository.head(attemptId);
        long first = from < 0 ? Math.max(0, head.next() + from) : from;
        long end = Math.min(head.next(), first + Math.clamp(count, 0, LONGEST_PAGE));
        List<LogLine> lines = first >= end
                ? List.of()
                : repository.chunks(attemptId, first, end).stream()
                        .flatMap(chunk -> chunk.lines().stream())
                        .filter(line -> line.number() >= first && line.number() < end)
                        .toList();
        return new LogPage(first, lines, head.next(), head.ended());
    }

    private void write(UUID attemptId, LogRepository.Head head, List<LogLine> lines) {
        List<LogLine> numbered = new ArrayList<>(lines.size());
        for (LogLine line : lines) {
            numbered.add(new LogLine(head.next() + numbered.size(), line.time(), line.stream(), line.text()));
        }
        repository.insert(attemptId, new LogChunk(numbered));
    }
}
