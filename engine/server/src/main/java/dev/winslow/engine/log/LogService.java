package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.engine.log.LogRepository.ChunkOfLog;
import dev.winslow.engine.log.LogRepository.Head;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
            repository.insert(chunks(attemptId, head.next(), fresh));
            join(attemptId, head.next(), head.next() + fresh.size());
            repository.write(
                    before.isPresent() ? Set.of(attemptId) : Set.of(),
                    Map.of(attemptId, new Head(head.next() + fresh.size(), next, false)),
                    clock.instant());
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
        Optional<Head> before = repository.lockHead(attemptId);
        say(Map.of(attemptId, text), before.map(head -> Map.of(attemptId, head)).orElse(Map.of()), false);
    }

    /** Winslow's last words on attempts, for who holds them to end them; no more lines are to come. */
    @Transactional
    public void close(Map<UUID, String> lastLines) {
        say(lastLines, repository.heads(lastLines.keySet()), true);
    }

    private void say(Map<UUID, String> texts, Map<UUID, Head> before, boolean last) {
        Instant now = clock.instant();
        List<ChunkOfLog> chunks = new ArrayList<>();
        Map<UUID, Head> after = new TreeMap<>();
        texts.forEach((attemptId, text) -> {
            Head head = before.getOrDefault(attemptId, Head.NONE);
            List<LogLine> lines = text.lines()
                    .map(line -> new LogLine(0, now, LogStream.SYSTEM, line))
                    .toList();
            chunks.addAll(chunks(attemptId, head.next(), lines));
            after.put(attemptId, new Head(head.next() + lines.size(), head.workerNext(), head.ended() || last));
        });
        repository.insert(chunks);
        after.forEach((attemptId, head) -> {
            Head earlier = before.getOrDefault(attemptId, Head.NONE);
            // Who archives the log may have read its lines: what comes now stays a chunk of its own.
            if (!earlier.ended()) {
                join(attemptId, earlier.next(), head.next());
            }
        });
        repository.write(before.keySet(), after, now);
        after.forEach((attemptId, head) -> signals.movedAfterCommit(attemptId, head.next(), last));
    }

    private static List<ChunkOfLog> chunks(UUID attemptId, long first, List<LogLine> lines) {
        List<LogLine> numbered = new ArrayList<>(lines.size());
        for (LogLine line : lines) {
            numbered.add(new LogLine(first + numbered.size(), line.time(), line.stream(), CleanText.of(line.text())));
        }
        return LogChunk.of(numbered).stream()
                .map(chunk -> new ChunkOfLog(attemptId, chunk))
                .toList();
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
            repository.insert(LogChunk.of(lines).stream()
                    .map(chunk -> new ChunkOfLog(attemptId, chunk))
                    .toList());
        }
    }
}
