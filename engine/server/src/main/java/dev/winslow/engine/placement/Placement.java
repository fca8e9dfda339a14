package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides which queued stage goes to which node. A pure function: no database, no clock. Stages are served by priority, then by fair share between
 * projects, then by age; each goes to the node that it leaves least idle. Of each project, the first stage that has waited long and fits nowhere
 * reserves a node ahead of others of its priority, so that small stages do not starve it.
 */
public final class Placement {
    private static final double AVERSION_STEP = 0.05;

    private final Map<UUID, NodeResources> nodes = new LinkedHashMap<>();
    private final Map<UUID, Integer> running;
    private final Duration reserveAfter;

    private Placement(List<NodeResources> nodes, Map<UUID, Integer> runningByProject, Duration reserveAfter) {
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        this.running = new HashMap<>(runningByProject);
        this.reserveAfter = reserveAfter;
    }

    /**
     * One decision for each request.
     *
     * @param reserveAfter how long a stage waits before it may reserve a node
     */
    public static List<Decision> decide(
            List<PlacementRequest> requests,
            List<NodeResources> nodes,
            Map<UUID, Integer> runningByProject,
            Duration reserveAfter) {
        return new Placement(nodes, runningByProject, reserveAfter).decide(requests);
    }

    private List<Decision> decide(List<PlacementRequest> requests) {
        List<PlacementRequest> open = new ArrayList<>(requests);
        List<Decision> decisions = new ArrayList<>(requests.size());
        Set<String> reserving = reserving(requests);
        while (!open.isEmpty()) {
            PlacementRequest next = open.stream().min(order(reserving)).orElseThrow();
            open.remove(next);
            decisions.add(place(next, reserving.contains(next.jobId())));
        }
        return decisions;
    }

    /** Jobs that keep a node: one of each project, or one project's many stages could lock out all others. */
    private Set<String> reserving(List<PlacementRequest> requests) {
        Set<UUID> projects = new HashSet<>();
        Set<String> jobs = new HashSet<>();
        requests.stream()
                .filter(request -> request.waited().compareTo(reserveAfter) >= 0)
                .filter(request -> nodes.values().stream().noneMatch(node -> Fit.fitsNow(request.needs(), node)))
                .filter(request -> nodes.values().stream()
                        .anyMatch(node ->
                                node.state() == NodeState.ONLINE && Fit.couldEverFit(request.needs(), node.total())))
                .sorted(order(Set.of()))
                .filter(request -> projects.add(request.projectId()))
                .forEach(request -> jobs.add(request.jobId()));
        return jobs;
    }

    private Comparator<PlacementRequest> order(Set<String> first) {
        return Comparator.comparingInt(PlacementRequest::priority)
                .reversed()
                .thenComparing(request -> !first.contains(request.jobId()))
                .thenComparing(request -> running.getOrDefault(request.projectId(), 0))
                .thenComparing(PlacementRequest::waited, Comparator.reverseOrder())
                .thenComparing(PlacementRequest::jobId);
    }

    private Decision place(PlacementRequest request, boolean reserving) {
        Optional<NodeResources> best = nodes.values().stream()
                .filter(node -> Fit.fitsNow(request.needs(), node))
                .min(preference(request));
        if (best.isPresent()) {
            nodes.put(best.get().id(), best.get().running(request.stageName(), request.needs()));
            running.merge(request.projectId(), 1, Integer::sum);
            return new Decision.Placed(request.jobId(), best.get().id());
        }
        Decision waiting = new Decision.Waiting(request.jobId(), WaitingReason.of(request.needs(), nodes.values()));
        if (reserving) {
            reserve(request);
        }
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

    /** Keeps what is free on the node that lacks the least of what the stage needs. */
    private void reserve(PlacementRequest request) {
        nodes.values().stream()
                .filter(node -> node.state() == NodeState.ONLINE)
                .filter(node -> Fit.couldEverFit(request.needs(), node.total()))
                .min(Comparator.<NodeResources>comparingDouble(node -> Fit.lack(request.needs(), node.free()))
                        .thenComparing(NodeResources::name))
                .ifPresent(node -> nodes.put(node.id(), node.keptFor(request.needs())));
    }
}
