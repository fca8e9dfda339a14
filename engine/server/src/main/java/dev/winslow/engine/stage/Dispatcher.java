package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.Placement;
import dev.winslow.engine.settings.WinslowSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round of placement: looks at the queue and the nodes, lets {@link Placement} decide, and claims what it decided. */
@Component
class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int QUEUE_LIMIT = 1000;

    private final ProcessKernel kernel;
    private final PlacementRequests requests;
    private final NodeLoads nodes;
    private final AttemptRepository attempts;
    private final Claims claims;
    private final Openings openings;
    private final WinslowSettings settings;
    /** Stages that wait and that were looked at for what they lack, or need not do. */
    private final Set<String> looked = new HashSet<>();
    /** Stages whose earlier result could not be taken over. */
    private final Set<String> stubborn = new HashSet<>();

    Dispatcher(
            ProcessKernel kernel,
            PlacementRequests requests,
            NodeLoads nodes,
            AttemptRepository attempts,
            Claims claims,
            Openings openings,
            WinslowSettings settings) {
        this.kernel = kernel;
        this.requests = requests;
        this.nodes = nodes;
        this.attempts = attempts;
        this.claims = claims;
        this.openings = openings;
        this.settings = settings;
    }

    /** Answers what was claimed for whom, and why the rest waits. */
    Round dispatch() {
        Map<String, QueuedStage> queue = kernel.queuedStages(QUEUE_LIMIT).stream()
                .collect(Collectors.toMap(QueuedStage::jobId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (queue.isEmpty()) {
            return new Round(List.of(), Map.of());
        }
        looked.retainAll(queue.keySet());
        stubborn.retainAll(queue.keySet());
        List<Attempt> open = attempts.open();
        return carryOut(
                Placement.decide(
                        requests.of(queue.values()),
                        nodes.all(open),
                        requests.runningByProject(open),
                        settings.reserveAfter()),
                queue);
    }

    private Round carryOut(List<Decision> decisions, Map<String, QueuedStage> queue) {
        List<UUID> served = new ArrayList<>();
        Map<String, String> waiting = new HashMap<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Placed(String jobId, UUID nodeId) -> {
                    @Nullable QueuedStage stage = queue.get(jobId);
                    if (stage != null && claimed(stage, nodeId)) {
                        served.add(nodeId);
                    }
                }
                case Decision.Waiting(String jobId, String reason) -> {
                    waiting.put(jobId, reason);
                    lookOnce(queue.get(jobId));
                }
            }
        }
        return new Round(served, waiting);
    }

    /** A stage that cannot be claimed does not keep the others from their nodes; the next round tries again. */
    private boolean claimed(QueuedStage stage, UUID nodeId) {
        try {
            return claims.claim(stage, nodeId, !stubborn.contains(stage.jobId()));
        } catch (RuntimeException e) {
            stubborn.add(stage.jobId());
            log.error("The stage {} of run {} could not be given to a node", stage.stageId(), stage.runId(), e);
            return false;
        }
    }

    /** The first time that the stage has to wait; when its turn comes its variables are looked at again. */
    private void lookOnce(@Nullable QueuedStage stage) {
        if (stage == null || !looked.add(stage.jobId())) {
            return;
        }
        try {
            openings.look(stage, !stubborn.contains(stage.jobId()));
        } catch (RuntimeException e) {
            looked.remove(stage.jobId());
            stubborn.add(stage.jobId());
            log.error("Whether the stage {} of run {} can run is not known", stage.stageId(), stage.runId(), e);
        }
    }

    /** What came of a round: nodes that have something new to fetch, and reasons by job. */
    record Round(List<UUID> served, Map<String, String> waiting) {}
}
