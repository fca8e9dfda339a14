package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.Placement;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.settings.WinslowSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at the queue and the nodes and lets {@link Placement} decide; nothing is changed, so that any server may ask. */
@Component
class PlacementRound {
    private static final int PAGE = 1000;
    private static final int NEAR = 1000;
    /** So that a round ends in time, however long the queue is. */
    private static final int MOST_LOOKED_AT = 50_000;

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
        Map<String, QueuedStage> queue = new LinkedHashMap<>();
        List<PlacementRequest> waiting = waiting(queue);
        if (waiting.isEmpty()) {
            return new Decided(queue, List.of(), List.of());
        }
        List<NodeResources> seen = nodes.all();
        // Where there is no choice, it does not matter where files lie.
        List<PlacementRequest> requests = seen.size() > 1 ? located(waiting, queue, seen) : waiting;
        return new Decided(queue, seen, Placement.decide(requests, seen, settings.reserveAfter()));
    }

    /** Page by page, since stages of runs that are paused or wait for a person stand in the queue too, and may be many. */
    private List<PlacementRequest> waiting(Map<String, QueuedStage> queue) {
        List<PlacementRequest> waiting = new ArrayList<>();
        List<QueuedStage> page = kernel.queuedStages(PAGE);
        while (!page.isEmpty()) {
            page.forEach(stage -> queue.put(stage.jobId(), stage));
            waiting.addAll(requests.of(page));
            page = page.size() < PAGE || queue.size() >= MOST_LOOKED_AT
                    ? List.of()
                    : kernel.queuedStagesBehind(page.getLast(), PAGE);
        }
        return waiting;
    }

    /** Only of those whose turn is near, where their files lie is worth a look. */
    private List<PlacementRequest> located(
            List<PlacementRequest> waiting, Map<String, QueuedStage> queue, List<NodeResources> seen) {
        List<PlacementRequest> byTurn = waiting.stream()
                .sorted(Comparator.comparingInt(PlacementRequest::priority)
                        .thenComparing(PlacementRequest::waited)
                        .reversed())
                .toList();
        int near = Math.min(NEAR, byTurn.size());
        return Stream.concat(
                        files.located(byTurn.subList(0, near), queue, seen).stream(),
                        byTurn.subList(near, byTurn.size()).stream())
                .toList();
    }
}
