package dev.winslow.engine.log;

import dev.winslow.api.access.Right;
import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.StagePatterns;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.pipeline.PatternTrials;
import dev.winslow.engine.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/**
 * Finds lines by a regular expression. A search answers after a while with what it has, and says where to go on; searches run on few threads of
 * their own, so that they never take the processors away from those who write.
 */
@Service
public class LogSearch {
    private static final int MOST_MATCHES = 1000;
    private static final Duration SCAN = Duration.ofSeconds(2);
    private static final long MOST_TRIED = 100_000;
    private static final Duration TRIAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogReader reader;
    private final LogRepository repository;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Thread.ofPlatform().daemon().name("log-search-", 0).factory());

    LogSearch(LogReader reader, LogRepository repository) {
        this.reader = reader;
        this.repository = repository;
    }

    /**
     * What is asked for.
     *
     * @param streams those to look at; none means all
     * @param from the first line to look at; a negative number counts from the end
     * @param limit how many lines to find at most
     */
    public record Query(String pattern, Set<LogStream> streams, long from, int limit) {}

    public LogMatches search(UUID attemptId, Query query) throws InterruptedException {
        reader.requireKnown(attemptId);
        LinePattern pattern = LogPattern.compile(query.pattern());
        return inTurn(() -> scan(attemptId, pattern, query));
    }

    /**
     * What a worker would read out of the log by these patterns; of a long log, out of its first lines.
     *
     * @param wanted whether anybody still waits for the answer: it ends early, with what it has, when nobody does
     */
    @Needs(value = Right.SEE, of = Subject.ATTEMPT)
    public PatternTrial tryPatterns(UUID attemptId, StagePatterns patterns, BooleanSupplier wanted)
            throws InterruptedException {
        reader.requireKnown(attemptId);
        return inTurn(() -> trial(attemptId, patterns, wanted));
    }

    /** As {@link #tryPatterns(UUID, StagePatterns, BooleanSupplier)}, on lines that somebody brings. */
    public PatternTrial tryPatterns(TryPatterns question, BooleanSupplier wanted) throws InterruptedException {
        return inTurn(() -> PatternTrials.of(question, inTime(wanted)));
    }

    private static BooleanSupplier inTime(BooleanSupplier wanted) {
        long deadlineNanos = System.nanoTime() + TRIAL.toNanos();
        return () -> wanted.getAsBoolean() && System.nanoTime() < deadlineNanos;
    }

    private <T> T inTurn(Callable<T> work) throws InterruptedException {
        Future<T> answer = threads.submit(work);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What has begun ends by itself soon. It is not interrupted: H2 may close its file when a thread is that
            // reads it.
            answer.cancel(false);
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "Too many searches wait for their turn.", "Search again in a moment.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private PatternTrial trial(UUID attemptId, StagePatterns patterns, BooleanSupplier wanted) {
        LogRepository.Head head = repository.head(attemptId);
        PatternTrials trial = new PatternTrials(patterns);
        BooleanSupplier goesOn = inTime(wanted);
        reader.each(attemptId, 0, Math.min(head.next(), MOST_TRIED), line -> {
            trial.see(line);
            return goesOn.getAsBoolean();
        });
        return trial.answer(head.next());
    }

    private LogMatches scan(UUID attemptId, LinePattern pattern, Query query) {
        LogRepository.Head head = repository.head(attemptId);
        long from = head.number(query.from());
        int limit = Math.clamp(query.limit(), 1, MOST_MATCHES);
        LogScan scan = new LogScan(pattern, query.streams(), limit, System.nanoTime() + SCAN.toNanos());
        reader.each(attemptId, from, head.next(), scan);
        return new LogMatches(scan.found(), Math.max(from, scan.next()), head.next(), head.ended());
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
