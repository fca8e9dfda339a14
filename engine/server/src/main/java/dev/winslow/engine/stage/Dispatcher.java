package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Claims what a round of placement has decided. */
@Component
class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final PlacementRound placement;
    private final Claims claims;
    private final Wants wants;
    /** Stages that wait and whose variables were looked at. */
    private final Set<String> looked = new HashSet<>();

    Dispatcher(PlacementRound placement, Claims claims, Wants wants) {
        this.placement = placement;
        this.claims = claims;
        this.wants = wants;
    }

    /** Answers the nodes that have something new to fetch. */
    List<UUID> dispatch() {
        PlacementRound.Decided decided = placement.decide();
        looked.retainAll(decided.queue().keySet());
        return carryOut(decided.decisions(), decided.queue());
    }

    private List<UUID> carryOut(List<Decision> decisions, Map<String, QueuedStage> queue) {
        List<UUID> served = new ArrayList<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Placed(String jobId, UUID nodeId) -> {
                    @Nullable QueuedStage stage = queue.get(jobId);
                    if (stage != null && claimed(stage, nodeId)) {
                        served.add(nodeId);
                    }
                }
                case Decision.Waiting(String jobId, String reason) -> askOnce(queue.get(jobId));
            }
        }
        return served;
    }

    /** A stage that cannot be claimed does not keep the others from their nodes; the next round tries again. */
    private boolean claimed(QueuedStage stage, UUID nodeId) {
        try {
            return claims.claim(stage, nodeId);
        } catch (RuntimeException e) {
            log.error("The stage {} of run {} could not be given to a node", stage.stageId(), stage.runId(), e);
            return false;
        }
    }

    /** The first time that the stage has to wait; when its turn comes its variables are looked at again. */
    private void askOnce(@Nullable QueuedStage stage) {
        if (stage == null || !looked.add(stage.jobId())) {
            return;
        }
        try {
            wants.ask(stage);
        } catch (RuntimeException e) {
            looked.remove(stage.jobId());
            log.error("Whether the stage {} of run {} lacks variables is not known", stage.stageId(), stage.runId(), e);
        }
    }
}
