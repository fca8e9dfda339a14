package dev.winslow.ui.node;

import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Attempts;
import dev.winslow.engine.stage.WaitingStages;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that the page of the nodes asks of the server. */
@Component
class NodeDesk {
    private static final int QUEUE_SHOWN = 50;

    private final NodeService nodes;
    private final Attempts attempts;
    private final Runs runs;
    private final ProjectService projects;
    private final WaitingStages waiting;
    private final ProjectAccess access;

    NodeDesk(
            NodeService nodes,
            Attempts attempts,
            Runs runs,
            ProjectService projects,
            WaitingStages waiting,
            ProjectAccess access) {
        this.nodes = nodes;
        this.attempts = attempts;
        this.runs = runs;
        this.projects = projects;
        this.waiting = waiting;
        this.access = access;
    }

    /** A node, and what runs there. */
    record Busy(NodeView node, List<Work> work) {}

    /** A stage at work, and whose it is; without a name where the person may not see the project. */
    record Work(AttemptView attempt, UUID projectId, Optional<String> projectName) {}

    List<Busy> nodes() {
        List<NodeView> all = nodes.list();
        Map<UUID, AttemptView> running =
                attempts
                        .find(all.stream()
                                .flatMap(node -> node.attempts().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(AttemptView::id, attempt -> attempt));
        Map<UUID, Run> known = runs.find(
                running.values().stream().map(AttemptView::runId).distinct().toList());
        Set<UUID> seen =
                access.seen(known.values().stream().map(Run::projectId).collect(Collectors.toSet()), Person.viewer());
        return all.stream()
                .map(node -> new Busy(
                        node,
                        node.attempts().stream()
                                .flatMap(id -> Optional.ofNullable(running.get(id)).stream())
                                .flatMap(attempt -> work(attempt, known, seen).stream())
                                .toList()))
                .toList();
    }

    private Optional<Work> work(AttemptView attempt, Map<UUID, Run> known, Set<UUID> seen) {
        return Optional.ofNullable(known.get(attempt.runId()))
                .flatMap(run -> projects.stored(run.projectId()))
                .map(project -> new Work(
                        attempt,
                        project.id(),
                        seen.contains(project.id()) ? Optional.of(project.name()) : Optional.empty()));
    }

    WaitingStages.Queue queue() {
        return waiting.first(QUEUE_SHOWN, Person.viewer());
    }

    void drain(UUID node, boolean draining) {
        nodes.drain(node, draining);
    }

    void limit(UUID node, NodeLimits limits) {
        nodes.limit(node, limits);
    }

    void remove(UUID node) {
        nodes.remove(node);
    }
}
