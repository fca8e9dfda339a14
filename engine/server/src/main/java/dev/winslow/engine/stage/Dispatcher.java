package dev.winslow.engine.stage;

import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.node.Node;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.Placement;
import dev.winslow.engine.settings.WinslowSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One round of placement: looks at the queue and the nodes, lets {@link Placement} decide, and claims what it decided. */
@Component
class Dispatcher {
    private static final int QUEUE_LIMIT = 1000;

    private final ProcessKernel kernel;
    private final PlacementRequests requests;
    private final NodeService nodes;
    private final AttemptRepository attempts;
    private final Claims claims;
    private final WinslowSettings settings;

    Dispatcher(
            ProcessKernel kernel,
            PlacementRequests requests,
            NodeService nodes,
            AttemptRepository attempts,
            Claims claims,
            WinslowSettings settings) {
        this.kernel = kernel;
        this.requests = requests;
        this.nodes = nodes;
        this.attempts = attempts;
        this.claims = claims;
        this.settings = settings;
    }

    /** Answers what was claimed for whom, and why the rest waits. */
    Round dispatch() {
        Map<String, QueuedStage> queue = kernel.queuedStages(QUEUE_LIMIT).stream()
                .collect(Collectors.toMap(
                        QueuedStage::jobId, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
        if (queue.isEmpty()) {
            return new Round(List.of(), Map.of());
        }
        List<Attempt> open = attempts.open();
        Map<UUID, Node> known = nodes.all().stream().collect(Collectors.toMap(Node::id, Function.identity()));
        List<Decision> decisions = Placement.decide(
                requests.of(queue.values()),
                known.values().stream().map(node -> resources(node, open)).toList(),
                requests.runningByProject(open),
                settings.reserveAfter());
        return carryOut(decisions, queue, known);
    }

    private Round carryOut(List<Decision> decisions, Map<String, QueuedStage> queue, Map<UUID, Node> known) {
        List<UUID> served = new java.util.ArrayList<>();
        Map<String, String> waiting = new HashMap<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Placed(String jobId, UUID nodeId) -> {
                    @Nullable QueuedStage stage = queue.get(jobId);
                    @Nullable Node node = known.get(nodeId);
                    if (stage != null && node != null && claims.claim(stage, node)) {
                        served.add(nodeId);
                    }
                }
                case Decision.Waiting(String jobId, String reason) -> waiting.put(jobId, reason);
            }
        }
        return new Round(served, waiting);
    }

    private NodeResources resources(Node node, List<Attempt> open) {
        List<Attempt> here = open.stream()
                .filter(attempt ->
                        attempt.place().nodeId().filter(node.id()::equals).isPresent())
                .toList();
        List<Requirements> taken =
                here.stream().map(attempt -> attempt.effective().resources()).toList();
        return new NodeResources(
                node.id(),
                node.name(),
                nodes.state(node),
                node.capabilities(),
                new NodeResources.Free(
                        node.capabilities().cores()
                                - taken.stream()
                                        .mapToDouble(Requirements::cores)
                                        .sum(),
                        node.capabilities().memoryBytes()
                                - taken.stream()
                                        .mapToLong(Requirements::memoryBytes)
                                        .sum(),
                        node.capabilities().gpus().size()
                                - taken.stream().mapToInt(Requirements::gpus).sum()),
                here.stream().map(attempt -> attempt.stage().name()).toList());
    }

    /** What came of a round: nodes that have something new to fetch, and reasons by job. */
    record Round(List<UUID> served, Map<String, String> waiting) {}
}
