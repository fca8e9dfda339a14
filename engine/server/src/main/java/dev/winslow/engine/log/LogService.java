package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.engine.log.LogRepository.Head;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of each attempt: what its stage prints, and what Winslow has to say of it. The server numbers all lines; the worker counts its own, so
 * that a batch that comes twice is taken once.
 */
@Service
public class LogService {
    private static final long JOINED = 512;

    private final LogRepository repository;
    private final LogSignals signals;
    private final InstantSource clock;

    LogService(LogRepository repository, LogSignals signals, InstantSource clock) {
        this.repository = repository;
        this.signals = signals;
        this.clock = clock;
    }

    /** Takes a batch of the worker's lines and answers the number of the line that it shall send next. */
    @Transactional
    public LogReceipt append(UUID attemptId, List<LogLine> lines) {
        Optional<Head> before = repository.lockHead(attemptId);
        Head head = before.orElse(Head.NONE);
        List<LogLine> fresh = following(head.workerNext(), lines);
        long next = head.workerNext() + fresh.size();
        // Lines that come after the end are passed over, and the receipt lets the worker forget them.
        if (!fresh.isEmpty() && !head.ended()) {
            write(attemptId, head.next(), fresh);
            join(attemptId, head.next(), head.next() + fresh.size());
            repository.write(attemptId, before, new Head(head.next() + fresh.size(), next, false), clock.instant());
            signals.movedAfterCommit(attemptId, head.next() + fresh.size(), false);
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
        say(attemptId, repository.lockHead(attemptId), text, false);
    }

    /** Winslow's last word on the attempt, for who holds it to end it; no more lines are to come. */
    @Transactional
    public void close(UUID attemptId, String lastLine) {
        say(attemptId, repository.headOfLocked(attemptId), lastLine, true);
    }

    private void say(UUID attemptId, Optional<Head> before, String text, boolean last) {
        Head head = before.orElse(Head.NONE);
        Instant now = clock.instant();
        List<LogLine> lines = text.lines()
                .map(line -> new LogLine(0, now, LogStream.SYSTEM, line))
                .toList();
        write(attemptId, head.next(), lines);
        long next = head.next() + lines.size();
        // Who archives the log may have read its lines: what comes now stays a chunk of its own.
        if (!head.ended()) {
            join(attemptId, head.next(), next);
        }
        repository.write(attemptId, before, new Head(next, head.workerNext(), head.ended() || last), now);
        signals.movedAfterCommit(attemptId, next, last);
    }

    private void write(UUID attemptId, long first, List<LogLine> lines) {
        List<LogLine> numbered = new ArrayList<>(lines.size());
        for (LogLine line : lines) {
            numbered.add(new LogLine(first + numbered.size(), line.time(), line.stream(), CleanText.of(line.text())));
        }
        LogChunk.of(numbered).forEach(chunk -> repository.insert(attemptId, chunk));
    }

    /** A stage that prints a line now and then leaves a chunk for each: every so many lines these become one. */
    private void join(UUID attemptId, long first, long end) {
        if (end - first < JOINED && first / JOINED < end / JOINED) {
            long start = first / JOINED * JOINED;
            List<LogLine> lines = repository.chunks(attemptId, start, end).stream()
                    .filter(stored -> stored.first() >= start)
                    .flatMap(stored -> stored.lines().stream())
                    .toList();
            repository.deleteChunks(attemptId, start);
            LogChunk.of(lines).forEach(chunk -> repository.insert(attemptId, chunk));
        }
    }
}
