package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.Reason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Why queued stages have no node yet, in a sentence. Whoever is asked decides as placement would, by what the database says: the server that leads
 * placement may be another. What was found is good for a moment, so that a page with many stages costs one look.
 */
@Component
class WaitingReasons {
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Late: what placement looks at knows of attempts, and attempts of their reasons. */
    private final ObjectProvider<PlacementRound> placement;

    private final ProcessKernel kernel;
    private volatile Found found = new Found(Map.of(), System.nanoTime() - FRESH_NANOS);

    /** A stage in the queue, and why it is there still. */
    record Waiting(QueuedStage stage, Reason reason) {}

    /** In the order in which placement looked at them. */
    private record Found(Map<String, Waiting> byJob, long at) {}

    WaitingReasons(ObjectProvider<PlacementRound> placement, ProcessKernel kernel) {
        this.placement = placement;
        this.kernel = kernel;
    }

    /** Of a job that is in the queue. */
    Reason of(String jobId) {
        return Optional.ofNullable(current().get(jobId))
                .map(Waiting::reason)
                .or(() -> kernel.retryAt(jobId)
                        .map(at -> Reason.of("It failed, and is tried again at " + TIME.format(at) + " UTC.")))
                .orElseGet(() -> Reason.of("It comes to its turn behind those that wait longer."));
    }

    /** Of all stages that wait for nothing but a node. */
    List<Waiting> all() {
        return List.copyOf(current().values());
    }

    private synchronized Map<String, Waiting> current() {
        if (System.nanoTime() - found.at() >= FRESH_NANOS) {
            found = new Found(look(), System.nanoTime());
        }
        return found.byJob();
    }

    private Map<String, Waiting> look() {
        PlacementRound.Decided decided = placement.getObject().decide();
        Map<UUID, String> names =
                decided.nodes().stream().collect(Collectors.toMap(NodeResources::id, NodeResources::name));
        Map<String, Waiting> waiting = new LinkedHashMap<>();
        decided.decisions()
                .forEach(decision -> Optional.ofNullable(decided.queue().get(decision.jobId()))
                        .ifPresent(stage -> waiting.putIfAbsent(
                                decision.jobId(),
                                new Waiting(stage, reason(names).apply(decision)))));
        return waiting;
    }

    private static Function<Decision, Reason> reason(Map<UUID, String> names) {
        return decision -> switch (decision) {
            case Decision.Placed(String job, UUID node) -> Reason.of("It is about to go to " + names.get(node) + ".");
            case Decision.Waiting(String job, Reason why) -> why;
        };
    }
}
