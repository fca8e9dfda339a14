package dev.winslow.ui.node;

import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Attempts;
import dev.winslow.engine.stage.WaitingStages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    NodeDesk(NodeService nodes, Attempts attempts, Runs runs, ProjectService projects, WaitingStages waiting) {
        this.nodes = nodes;
        this.attempts = attempts;
        this.runs = runs;
        this.projects = projects;
        this.waiting = waiting;
    }

    /** A node, and what runs there. */
    record Busy(NodeView node, List<Work> work) {}

    /** A stage at work, and whose it is. */
    record Work(AttemptView attempt, UUID projectId, String projectName) {}

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
        return all.stream()
                .map(node -> new Busy(
                        node,
                        node.attempts().stream()
                                .flatMap(id -> Optional.ofNullable(running.get(id)).stream())
                                .flatMap(attempt -> work(attempt, known).stream())
                                .toList()))
                .toList();
    }

    private Optional<Work> work(AttemptView attempt, Map<UUID, Run> known) {
        return Optional.ofNullable(known.get(attempt.runId()))
                .flatMap(run -> projects.stored(run.projectId()))
                .map(project -> new Work(attempt, project.id(), project.name()));
    }

    WaitingStages.Queue queue() {
        return waiting.first(QUEUE_SHOWN);
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
