package dev.winslow.engine.stage;

import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.Reason;
import dev.winslow.engine.stage.Claims.Placing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Claims what a round of placement has decided, and tells the nodes. */
@Component
class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** A stage that gets its node sooner is looked at then. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PlacementRound placement;
    private final Claims claims;
    private final Openings openings;
    private final AssignmentSignals signals;
    private final AttemptClock time;
    /** Stages that wait and that were looked at for what they lack, or need not do. */
    private final Set<String> looked = new HashSet<>();
    /** Stages whose earlier result could not be taken over. */
    private final Set<String> stubborn = new HashSet<>();

    Dispatcher(
            PlacementRound placement, Claims claims, Openings openings, AssignmentSignals signals, AttemptClock time) {
        this.placement = placement;
        this.claims = claims;
        this.openings = openings;
        this.signals = signals;
        this.time = time;
    }

    /**
     * What a round has done.
     *
     * @param given to nodes
     * @param crowded whether stages wait on
     */
    record Dispatched(List<Given> given, boolean crowded) {}

    Dispatched dispatch() {
        PlacementRound.Decided decided = placement.decide();
        looked.retainAll(decided.queue().keySet());
        stubborn.retainAll(decided.queue().keySet());
        return new Dispatched(
                carryOut(decided.decisions(), decided.queue()),
                decided.decisions().stream().anyMatch(Decision.Waiting.class::isInstance));
    }

    private List<Given> carryOut(List<Decision> decisions, Map<String, QueuedStage> queue) {
        List<Placing> placings = new ArrayList<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Placed(String jobId, UUID nodeId) ->
                    Optional.ofNullable(queue.get(jobId))
                            .map(stage -> new Placing(stage, nodeId, !stubborn.contains(jobId)))
                            .ifPresent(placings::add);
                case Decision.Waiting(String jobId, Reason why) -> lookOnce(queue.get(jobId));
            }
        }
        return ClaimGroups.of(placings).stream()
                .flatMap(group -> claimed(group).stream())
                .toList();
    }

    /** A stage that cannot be claimed does not keep the others from their nodes; the next round tries again. */
    private List<Given> claimed(List<Placing> group) {
        long before = System.nanoTime();
        try {
            List<Given> given = claims.claim(group);
            signals.give(given, before);
            return given;
        } catch (RuntimeException e) {
            if (group.size() > 1) {
                log.debug("Of {} stages, one cannot be claimed: each by itself", group.size(), e);
                return group.stream()
                        .flatMap(placing -> claimed(List.of(placing)).stream())
                        .toList();
            }
            QueuedStage stage = group.getFirst().stage();
            remember(stage, e);
            log.error("The stage {} of run {} could not be given to a node", stage.stageId(), stage.runId(), e);
            return List.of();
        }
    }

    /** When the stage has to wait for longer than a moment, once; when its turn comes its variables are looked at again. */
    private void lookOnce(@Nullable QueuedStage stage) {
        if (stage == null || stage.createdAt().plus(PATIENCE).isAfter(time.now()) || !looked.add(stage.jobId())) {
            return;
        }
        try {
            openings.look(stage, !stubborn.contains(stage.jobId()));
        } catch (RuntimeException e) {
            looked.remove(stage.jobId());
            remember(stage, e);
            log.error("Whether the stage {} of run {} can run is not known", stage.stageId(), stage.runId(), e);
        }
    }

    /** What passes by itself, such as a collision or a database that is away, says nothing about the earlier result. */
    private void remember(QueuedStage stage, RuntimeException failure) {
        if (!PassingFailure.is(failure)) {
            stubborn.add(stage.jobId());
        }
    }
}
