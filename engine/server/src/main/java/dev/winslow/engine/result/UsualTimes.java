package dev.winslow.engine.result;

import dev.winslow.engine.result.StageResult.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
        Set<Stage> inProject = knownInProject(stages, now);
        Map<Stage, Duration> usual = new HashMap<>();
        for (Stage stage : Set.copyOf(stages)) {
            remembered(inProjects, stage, now, () -> inProject.contains(stage) ? results.inProject(stage) : List.of())
                    .or(() -> remembered(
                            inPipelines,
                            OfPipeline.of(stage),
                            now,
                            () -> results.inPipeline(stage.pipelineKey(), stage.stageId())))
                    .ifPresent(time -> usual.put(stage, time));
        }
        return usual;
    }

    /** Of those that are to be looked up, the ones that have succeeded in their project: most have not, and need no query of their own. */
    private Set<Stage> knownInProject(Collection<Stage> stages, Instant now) {
        List<Stage> open = stages.stream()
                .filter(stage -> Optional.ofNullable(inProjects.get(stage))
                        .filter(answer -> answer.isGoodAt(now))
                        .isEmpty())
                .distinct()
                .toList();
        return open.isEmpty() ? Set.of() : results.known(open);
    }

    private static <K> Optional<Duration> remembered(
            Map<K, Known> known, K key, Instant now, Supplier<List<Duration>> lookUp) {
        return Optional.ofNullable(known.get(key))
                .filter(answer -> answer.isGoodAt(now))
                .orElseGet(() -> {
                    Known answer = new Known(median(lookUp.get()), now);
                    known.put(key, answer);
                    return answer;
                })
                .usual();
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

    /** That these stages have succeeded, in the present transaction: once it is committed, nobody is told any more that nothing is known of them. */
    public void succeeded(Collection<Stage> stages) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
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
