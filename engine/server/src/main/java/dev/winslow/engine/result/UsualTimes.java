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
    private final Answers<Stage> inProjects = new Answers<>();
    private final Answers<OfPipeline> inPipelines = new Answers<>();
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
        Map<Stage, Asking> open = new HashMap<>();
        for (Stage stage : stages) {
            inProjects
                    .good(stage, now)
                    .ifPresentOrElse(
                            known -> usual.put(stage, known.usual()), () -> open.put(stage, inProjects.ask(stage)));
        }
        Set<Stage> succeeded = open.isEmpty() ? Set.of() : results.known(open.keySet());
        open.forEach((stage, asking) -> {
            Optional<Duration> found = succeeded.contains(stage) ? median(results.inProject(stage)) : Optional.empty();
            inProjects.answered(stage, asking, new Known(found, now));
            usual.put(stage, found);
        });
        return usual;
    }

    private Optional<Duration> inPipeline(OfPipeline stage, Instant now) {
        return inPipelines
                .good(stage, now)
                .orElseGet(() -> {
                    Asking asking = inPipelines.ask(stage);
                    Known found = new Known(median(results.inPipeline(stage.pipelineKey(), stage.stageId())), now);
                    inPipelines.answered(stage, asking, found);
                    return found;
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
            inProjects.tidy(now);
            inPipelines.tidy(now);
        }
    }

    /** That these stages have succeeded, in the present transaction: once it is committed, whoever asks here next learns of it, if nothing was known of them. */
    public void succeeded(Collection<Stage> stages) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                stages.forEach(stage -> {
                    inProjects.succeeded(stage);
                    inPipelines.succeeded(OfPipeline.of(stage));
                });
            }
        });
    }

    private sealed interface Answer permits Known, Asking {}

    private record Known(Optional<Duration> usual, Instant since) implements Answer {
        /** A clock that was set back makes nothing good for longer. */
        boolean isGoodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(GOOD_FOR));
        }
    }

    /** Somebody asks the database at this moment. */
    private static final class Asking implements Answer {}

    private static final class Answers<K> {
        private final Map<K, Answer> answers = new ConcurrentHashMap<>();

        Optional<Known> good(K key, Instant now) {
            return answers.get(key) instanceof Known known && known.isGoodAt(now)
                    ? Optional.of(known)
                    : Optional.empty();
        }

        /** One for all who ask at the same time. */
        Asking ask(K key) {
            Answer asking = answers.compute(key, (same, answer) -> answer instanceof Asking ? answer : new Asking());
            return (Asking) asking;
        }

        /** That nothing is known is not kept where a stage has succeeded since it was asked. */
        void answered(K key, Asking asking, Known found) {
            if (found.usual().isPresent()) {
                answers.put(key, found);
            } else {
                boolean _ = answers.replace(key, asking, found);
            }
        }

        /** That nothing is known of it no longer holds. */
        void succeeded(K key) {
            answers.computeIfPresent(
                    key,
                    (same, answer) ->
                            answer instanceof Known known && known.usual().isPresent() ? known : null);
        }

        void tidy(Instant now) {
            answers.values().removeIf(answer -> !(answer instanceof Known known && known.isGoodAt(now)));
        }
    }
}
