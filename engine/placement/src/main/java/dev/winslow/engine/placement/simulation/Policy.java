package dev.winslow.engine.placement.simulation;

import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.Placement;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.placement.RunningStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A way to decide which stage goes where. */
public interface Policy {
    String name();

    List<Decision> decide(List<PlacementRequest> requests, List<NodeResources> nodes);

    /** As the server does it. */
    static Policy winslow(Duration reserveAfter) {
        return new Named("winslow", (requests, nodes) -> Placement.decide(requests, nodes, reserveAfter));
    }

    /** Strictly in the order in which they came, on the first node with room; nobody overtakes. */
    static Policy firstCome() {
        return new Named("first-come", (requests, nodes) -> inOrder(requests, nodes, Optional.empty(), true));
    }

    /** In the order in which they came, each on the node on which the fewest run; who finds no room is overtaken. */
    static Policy spreading() {
        return new Named(
                "spreading",
                (requests, nodes) -> inOrder(
                        requests,
                        nodes,
                        Optional.of(
                                Comparator.comparingInt(node -> node.running().size())),
                        false));
    }

    private static List<Decision> inOrder(
            List<PlacementRequest> requests,
            List<NodeResources> nodes,
            Optional<Comparator<NodeResources>> preference,
            boolean strict) {
        List<NodeResources> standing = new ArrayList<>(nodes);
        List<Decision> decisions = new ArrayList<>();
        for (PlacementRequest request : requests) {
            var able = standing.stream()
                    .filter(node -> node.gpusFor(request.needs()).isPresent());
            Optional<NodeResources> chosen = preference.isPresent() ? able.min(preference.get()) : able.findFirst();
            if (chosen.isEmpty() && strict && couldFit(request, nodes)) {
                return decisions;
            }
            chosen.ifPresent(node -> {
                standing.set(standing.indexOf(node), with(node, request));
                decisions.add(new Decision.Placed(request.jobId(), node.id()));
            });
        }
        return decisions;
    }

    /** One that no node could ever take holds up nobody. */
    private static boolean couldFit(PlacementRequest request, List<NodeResources> nodes) {
        return nodes.stream()
                .map(node -> new NodeResources(node.id(), node.name(), node.state(), node.total(), List.of()))
                .anyMatch(empty -> empty.gpusFor(request.needs()).isPresent());
    }

    private static NodeResources with(NodeResources node, PlacementRequest request) {
        List<RunningStage> running = new ArrayList<>(node.running());
        running.add(new RunningStage(
                request.stageName(),
                request.claimant(),
                request.needs(),
                node.gpusFor(request.needs()).orElseThrow()));
        return new NodeResources(node.id(), node.name(), node.state(), node.total(), running);
    }

    /** A policy as a function. */
    record Named(String name, Function function) implements Policy {
        interface Function {
            List<Decision> decide(List<PlacementRequest> requests, List<NodeResources> nodes);
        }

        @Override
        public List<Decision> decide(List<PlacementRequest> requests, List<NodeResources> nodes) {
            return function.decide(requests, nodes);
        }
    }
}
