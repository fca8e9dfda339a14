package dev.winslow.engine.result;

import dev.winslow.engine.result.StageResult.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How long stages usually take: in their project, or where they have not succeeded in it yet, in all with the same pipeline. Looked up once a minute,
 * since rounds of placement come many times a second.
 */
@Component
public class UsualTimes {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final StageTimes results;
    private final InstantSource clock;
    private final Map<Stage, Known> inProjects = new ConcurrentHashMap<>();
    private final Map<OfPipeline, Known> inPipelines = new ConcurrentHashMap<>();
    private final AtomicLong successes = new AtomicLong();
    private volatile Instant tidied = Instant.MIN;

    UsualTimes(StageTimes results, InstantSource clock) {
        this.results = results;
        this.clock = clock;
    }

    private record OfPipeline(String pipelineKey, String stageId) {
        static OfPipeline of(Stage stage) {
            return new OfPipeline(stage.pipelineKey(), stage.stageId());
        }
    }

    private record Known(Optional<Duration> usual, Instant since) {
        /** A clock that was set back makes nothing good for longer. */
        boolean isGoodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(GOOD_FOR));
        }
    }

    public Optional<Duration> of(Stage stage) {
        return Optional.ofNullable(of(Set.of(stage)).get(stage));
    }

    /** Of those that have succeeded before. */
    public Map<Stage, Duration> of(Collection<Stage> stages) {
        Instant now = clock.instant();
        tidy(now);
        Map<Stage, Optional<Duration>> own = inProjects(Set.copyOf(stages), now);
        Map<Stage, Duration> usual = new HashMap<>();
        own.forEach((stage, time) ->
                time.or(() -> inPipeline(OfPipeline.of(stage), now)).ifPresent(found -> usual.put(stage, found)));
        return usual;
    }

    /** Most of those that are not known have not succeeded in their project, and need no query of their own. */
    private Map<Stage, Optional<Duration>> inProjects(Set<Stage> stages, Instant now) {
        Map<Stage, Optional<Duration>> usual = new HashMap<>();
        List<Stage> open = new ArrayList<>();
        for (Stage stage : stages) {
            good(inProjects.get(stage), now)
                    .ifPresentOrElse(known -> usual.put(stage, known.usual()), () -> open.add(stage));
        }
        long before = successes.get();
        Set<Stage> succeeded = open.isEmpty() ? Set.of() : results.known(open);
        for (Stage stage : open) {
            Optional<Duration> found = succeeded.contains(stage) ? median(results.inProject(stage)) : Optional.empty();
            remember(inProjects, stage, new Known(found, now), before);
            usual.put(stage, found);
        }
        return usual;
    }

    private Optional<Duration> inPipeline(OfPipeline stage, Instant now) {
        return good(inPipelines.get(stage), now)
                .orElseGet(() -> {
                    long before = successes.get();
                    Known found = new Known(median(results.inPipeline(stage.pipelineKey(), stage.stageId())), now);
                    remember(inPipelines, stage, found, before);
                    return found;
                })
                .usual();
    }

    private static Optional<Known> good(@Nullable Known known, Instant now) {
        return Optional.ofNullable(known).filter(answer -> answer.isGoodAt(now));
    }

    /** That nothing is known is not kept where a stage has succeeded since it was asked. */
    private <K> void remember(Map<K, Known> known, K key, Known found, long before) {
        if (found.usual().isPresent() || successes.get() == before) {
            known.put(key, found);
        }
    }

    private static Optional<Duration> median(List<Duration> times) {
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(times.stream().sorted().toList().get(times.size() / 2));
    }

    /** Seldom, for it looks at every answer. */
    private void tidy(Instant now) {
        if (now.isBefore(tidied) || tidied.isBefore(now.minus(GOOD_FOR))) {
            tidied = now;
            inProjects.values().removeIf(answer -> !answer.isGoodAt(now));
            inPipelines.values().removeIf(answer -> !answer.isGoodAt(now));
        }
    }

    /** That these stages have succeeded, in the present transaction: once it is committed, whoever asks here next learns of it, if nothing was known of them. */
    public void succeeded(Collection<Stage> stages) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                successes.incrementAndGet();
                stages.forEach(UsualTimes.this::forgetThatNothingIsKnown);
            }
        });
    }

    private void forgetThatNothingIsKnown(Stage stage) {
        inProjects.computeIfPresent(stage, (key, known) -> known.usual().isEmpty() ? null : known);
        inPipelines.computeIfPresent(
                OfPipeline.of(stage), (key, known) -> known.usual().isEmpty() ? null : known);
    }
}
