package dev.winslow.engine.stage;

import dev.winslow.engine.node.Node;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.TimeLeft;
import dev.winslow.engine.result.UsualTimes;
import dev.winslow.engine.run.Priorities;
import dev.winslow.engine.run.Priorities.Standing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What runs on the nodes, and what is free there. */
@Component
class NodeLoads {
    private final NodeService nodes;
    private final AttemptRepository attempts;
    private final Priorities priorities;
    private final UsualTimes times;
    private final ArrivingOutcomes arriving;
    private final InstantSource clock;

    NodeLoads(
            NodeService nodes,
            AttemptRepository attempts,
            Priorities priorities,
            UsualTimes times,
            ArrivingOutcomes arriving,
            InstantSource clock) {
        this.nodes = nodes;
        this.attempts = attempts;
        this.priorities = priorities;
        this.times = times;
        this.arriving = arriving;
        this.clock = clock;
    }

    /** All nodes, in a few queries. */
    List<NodeResources> all() {
        ArrivingOutcomes.Look arrived = arriving.look();
        List<Attempt> open = arrived.stillRunning(attempts.open());
        Map<UUID, Standing> standings =
                priorities.of(open.stream().map(Attempt::runId).distinct().toList());
        Map<StageResult.Stage, Duration> usual = times.of(open.stream()
                .map(attempt ->
                        standing(attempt, standings).stage(attempt.stage().id()))
                .toList());
        Map<Optional<UUID>, List<Attempt>> byNode = open.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.place().nodeId()));
        return nodes.all().stream()
                .map(node -> resources(
                        node,
                        byNode.getOrDefault(Optional.of(node.id()), List.of()),
                        attempt -> running(attempt, standing(attempt, standings), usual)))
                .toList();
    }

    /** A node that nobody else gives stages to before the transaction ends. */
    Optional<Locked> lock(UUID nodeId) {
        ArrivingOutcomes.Look arrived = arriving.look();
        return nodes.lock(nodeId).map(node -> {
            // What is free there does not depend on for whom the others run, or how long.
            return new Locked(
                    node, resources(node, arrived.stillRunning(attempts.openOn(nodeId)), NodeLoads::ofNobody));
        });
    }

    private NodeResources resources(Node node, List<Attempt> here, Function<Attempt, RunningStage> running) {
        return new NodeResources(
                node.id(),
                node.name(),
                nodes.state(node),
                node.offered(),
                here.stream().map(running).toList());
    }

    private static Standing standing(Attempt attempt, Map<UUID, Standing> standings) {
        return standings.getOrDefault(attempt.runId(), Standing.unknown(attempt.runId()));
    }

    private RunningStage running(Attempt attempt, Standing standing, Map<StageResult.Stage, Duration> usual) {
        return running(
                attempt,
                standing,
                TimeLeft.of(
                        Duration.between(attempt.assignedAt(), clock.instant()),
                        List.of(),
                        Optional.ofNullable(
                                usual.get(standing.stage(attempt.stage().id())))));
    }

    private static RunningStage ofNobody(Attempt attempt) {
        return running(attempt, Standing.unknown(attempt.runId()), Optional.empty());
    }

    private static RunningStage running(Attempt attempt, Standing standing, Optional<Duration> left) {
        return new RunningStage(
                attempt.stage().name(),
                new Claimant(standing.projectId(), standing.owner()),
                attempt.effective().resources(),
                attempt.place().gpus(),
                left);
    }

    /** A node under lock, and what runs there. */
    record Locked(Node node, NodeResources resources) {

        /** With this one more. */
        Locked with(Attempt attempt) {
            return new Locked(
                    node,
                    new NodeResources(
                            resources.id(),
                            resources.name(),
                            resources.state(),
                            resources.total(),
                            Stream.concat(resources.running().stream(), Stream.of(ofNobody(attempt)))
                                    .toList()));
        }
    }
}
