package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides which queued stage goes to which node. A pure function: no database, no clock. Stages are served by priority, then by fair share between
 * projects, then by age; each goes to the node that it leaves least idle. A stage that fits nowhere now reserves the node that it waits for.
 */
public final class Placement {
    private static final double AVERSION_STEP = 0.05;

    private final Map<UUID, NodeResources> nodes = new LinkedHashMap<>();
    private final Map<UUID, Integer> running;

    private Placement(List<NodeResources> nodes, Map<UUID, Integer> runningByProject) {
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        this.running = new HashMap<>(runningByProject);
    }

    /** One decision for each request. */
    public static List<Decision> decide(
            List<PlacementRequest> requests, List<NodeResources> nodes, Map<UUID, Integer> runningByProject) {
        return new Placement(nodes, runningByProject).decide(requests);
    }

    private List<Decision> decide(List<PlacementRequest> requests) {
        List<PlacementRequest> open = new ArrayList<>(requests);
        List<Decision> decisions = new ArrayList<>(requests.size());
        while (!open.isEmpty()) {
            PlacementRequest next = open.stream().min(order()).orElseThrow();
            open.remove(next);
            decisions.add(place(next));
        }
        return decisions;
    }

    private Comparator<PlacementRequest> order() {
        return Comparator.comparingInt(PlacementRequest::priority)
                .reversed()
                .thenComparing(request -> running.getOrDefault(request.projectId(), 0))
                .thenComparing(PlacementRequest::queuedAt)
                .thenComparing(PlacementRequest::jobId);
    }

    private Decision place(PlacementRequest request) {
        Optional<NodeResources> best = nodes.values().stream()
                .filter(node -> Fit.fitsNow(request.needs(), node))
                .min(preference(request));
        if (best.isPresent()) {
            take(request, best.get());
            return new Decision.Placed(request.jobId(), best.get().id());
        }
        Decision waiting = new Decision.Waiting(request.jobId(), WaitingReason.of(request.needs(), nodes.values()));
        reserve(request.needs());
        return waiting;
    }

    private static Comparator<NodeResources> preference(PlacementRequest request) {
        return Comparator.<NodeResources>comparingLong(
                        node -> Math.round(Fit.of(request.needs(), node).aversion() / AVERSION_STEP))
                .thenComparing(Comparator.<NodeResources>comparingLong(
                                node -> request.bytesByNode().getOrDefault(node.id(), 0L))
                        .reversed())
                .thenComparing(Comparator.<NodeResources>comparingDouble(
                                node -> Fit.of(request.needs(), node).affinity())
                        .reversed())
                .thenComparingInt(node -> node.running().size())
                .thenComparing(NodeResources::name);
    }

    private void take(PlacementRequest request, NodeResources node) {
        List<String> stages = new ArrayList<>(node.running());
        stages.add("another stage");
        nodes.put(
                node.id(),
                new NodeResources(
                        node.id(),
                        node.name(),
                        node.draining(),
                        node.total(),
                        less(node.free(), request.needs()),
                        stages));
        running.merge(request.projectId(), 1, Integer::sum);
    }

    /** Keeps what is free on the node that the stage waits for from smaller stages behind it, which would starve it. */
    private void reserve(Requirements needs) {
        nodes.values().stream()
                .filter(node -> !node.draining() && Fit.couldEverFit(needs, node.total()))
                .max(Comparator.comparingDouble(node -> node.free().cores()))
                .ifPresent(node -> nodes.put(
                        node.id(),
                        new NodeResources(
                                node.id(),
                                node.name(),
                                node.draining(),
                                node.total(),
                                less(node.free(), needs),
                                node.running())));
    }

    private static NodeResources.Free less(NodeResources.Free free, Requirements needs) {
        return new NodeResources.Free(
                Math.max(0, free.cores() - needs.cores()),
                Math.max(0, free.memoryBytes() - needs.memoryBytes()),
                Math.max(0, free.gpus() - needs.gpus()));
    }
}
