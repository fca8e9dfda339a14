package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.Placement;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.settings.WinslowSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at the queue and the nodes and lets {@link Placement} decide; nothing is changed, so that any server may ask. */
@Component
class PlacementRound {
    private static final int QUEUE_LIMIT = 1000;

    private final ProcessKernel kernel;
    private final PlacementRequests requests;
    private final NodeLoads nodes;
    private final QueuedFiles files;
    private final WinslowSettings settings;

    PlacementRound(
            ProcessKernel kernel,
            PlacementRequests requests,
            NodeLoads nodes,
            QueuedFiles files,
            WinslowSettings settings) {
        this.kernel = kernel;
        this.requests = requests;
        this.nodes = nodes;
        this.files = files;
        this.settings = settings;
    }

    /** With the queue as it stood, by job. */
    record Decided(Map<String, QueuedStage> queue, List<NodeResources> nodes, List<Decision> decisions) {}

    Decided decide() {
        Map<String, QueuedStage> queue = kernel.queuedStages(QUEUE_LIMIT).stream()
                .collect(Collectors.toMap(QueuedStage::jobId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (queue.isEmpty()) {
            return new Decided(queue, List.of(), List.of());
        }
        List<NodeResources> seen = nodes.all();
        List<PlacementRequest> queued = files.located(requests.of(queue.values()), queue, seen);
        return new Decided(queue, seen, Placement.decide(queued, seen, settings.reserveAfter()));
    }
}
