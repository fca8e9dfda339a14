package dev.winslow.engine.placement.simulation;

import dev.winslow.engine.placement.Decision;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Plays a workload through under a policy, from event to event: a stage comes, a stage ends, and each time the policy decides. Stages that no node
 * takes when nothing runs any more are never placed.
 */
public final class Simulation {
    private final Policy policy;
    private final Map<UUID, NodeResources> nodes = new LinkedHashMap<>();
    private final Deque<Arrival> coming;
    private final Map<String, Arrival> waiting = new LinkedHashMap<>();
    private final PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparing(Running::end));
    private final List<Passage> passages = new ArrayList<>();

    private final Map<Sort, Took> took = new HashMap<>();

    private record Running(Arrival arrival, Duration start, UUID node, RunningStage stage) {
        Duration end() {
            return start.plus(arrival.duration());
        }
    }

    /** Stages that are expected to take as long as each other. */
    private record Sort(UUID project, String stage) {
        static Sort of(Arrival arrival) {
            return new Sort(
                    arrival.stage().claimant().projectId(), arrival.stage().name());
        }
    }

    /** How long stages of a sort took that have ended, as history would know it. */
    private record Took(int times, Duration together) {
        Took and(Took other) {
            return new Took(times + other.times, together.plus(other.together));
        }

        Duration usual() {
            return together.dividedBy(times);
        }
    }

    /** A stage with the moment at which it started. */
    public record Passage(Arrival arrival, Duration start) {
        Duration waited() {
            return start.minus(arrival.at());
        }

        Duration end() {
            return start.plus(arrival.duration());
        }
    }

    private Simulation(Workload workload, Policy policy) {
        this.policy = policy;
        workload.nodes().forEach(node -> nodes.put(node.id(), node));
        this.coming = new ArrayDeque<>(workload.arrivals().stream()
                .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::id))
                .toList());
    }

    public static Outcome play(Workload workload, Policy policy) {
        Simulation simulation = new Simulation(workload, policy);
        simulation.play();
        return Outcome.of(
                policy.name(),
                workload,
                simulation.passages,
                simulation.waiting.values().stream().map(Arrival::id).toList());
    }

    private void play() {
        while (!coming.isEmpty() || !running.isEmpty()) {
            Duration now = next();
            while (!running.isEmpty() && running.element().end().compareTo(now) <= 0) {
                end(running.remove());
            }
            while (!coming.isEmpty() && coming.element().at().compareTo(now) <= 0) {
                Arrival arrival = coming.remove();
                waiting.put(arrival.id(), arrival);
            }
            place(now);
        }
    }

    private Duration next() {
        if (running.isEmpty()) {
            return coming.element().at();
        }
        Duration end = running.element().end();
        return coming.isEmpty() || end.compareTo(coming.element().at()) <= 0
                ? end
                : coming.element().at();
    }

    private void place(Duration now) {
        List<PlacementRequest> requests = waiting.values().stream()
                .map(arrival -> new PlacementRequest(
                        arrival.id(),
                        arrival.stage().name(),
                        arrival.stage().claimant(),
                        arrival.priority(),
                        now.minus(arrival.at()),
                        usual(arrival),
                        arrival.stage().needs(),
                        Map.of()))
                .toList();
        for (Decision decision : policy.decide(requests, seen(now))) {
            if (decision instanceof Decision.Placed(String job, UUID node)) {
                start(Objects.requireNonNull(waiting.remove(job)), node, now);
            }
        }
    }

    private void start(Arrival arrival, UUID nodeId, Duration now) {
        NodeResources node = Objects.requireNonNull(nodes.get(nodeId));
        RunningStage stage = new RunningStage(
                arrival.stage().name(),
                arrival.stage().claimant(),
                arrival.stage().needs(),
                node.gpusFor(arrival.stage().needs())
                        .orElseThrow(() -> new IllegalStateException(
                                policy.name() + " put " + arrival.id() + " where there is no room for it")));
        List<RunningStage> stages = new ArrayList<>(node.running());
        stages.add(stage);
        nodes.put(nodeId, with(node, stages));
        running.add(new Running(arrival, now, nodeId, stage));
        passages.add(new Passage(arrival, now));
    }

    private void end(Running ended) {
        NodeResources node = Objects.requireNonNull(nodes.get(ended.node()));
        List<RunningStage> stages = new ArrayList<>(node.running());
        stages.remove(ended.stage());
        nodes.put(ended.node(), with(node, stages));
        took.merge(Sort.of(ended.arrival()), new Took(1, ended.arrival().duration()), Took::and);
    }

    private Optional<Duration> usual(Arrival arrival) {
        return Optional.ofNullable(took.get(Sort.of(arrival))).map(Took::usual);
    }

    /** The nodes with what is known of how much longer their stages run. */
    private List<NodeResources> seen(Duration now) {
        Map<UUID, List<RunningStage>> stages = new HashMap<>();
        running.forEach(stage ->
                stages.computeIfAbsent(stage.node(), node -> new ArrayList<>()).add(expected(stage, now)));
        return nodes.values().stream()
                .map(node -> with(node, stages.getOrDefault(node.id(), List.of())))
                .toList();
    }

    private RunningStage expected(Running stage, Duration now) {
        RunningStage there = stage.stage();
        return new RunningStage(
                there.name(),
                there.claimant(),
                there.needs(),
                there.gpus(),
                usual(stage.arrival())
                        .map(usual -> usual.minus(now.minus(stage.start())))
                        .filter(left -> !left.isNegative()));
    }

    private static NodeResources with(NodeResources node, List<RunningStage> stages) {
        return new NodeResources(node.id(), node.name(), node.state(), node.total(), stages);
    }
}
