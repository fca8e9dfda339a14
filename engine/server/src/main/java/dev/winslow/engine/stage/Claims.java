package dev.winslow.engine.stage;

import dev.winslow.engine.Ids;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a queued stage to a node: the engine's lock and the attempt are written in one transaction. */
@Component
class Claims {
    /**
     * The engine's own lock never runs out, because its clean-up would queue the stage again without the attempt knowing. Whether a lease still
     * holds, the attempt's row says; see docs/decisions/0001-leases-live-in-the-attempt.md.
     */
    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final ProcessKernel kernel;
    private final Runs runs;
    private final NodeLoads nodes;
    private final Configurations configurations;
    private final Wants wants;
    private final NewAttempts attempts;

    Claims(
            ProcessKernel kernel,
            Runs runs,
            NodeLoads nodes,
            Configurations configurations,
            Wants wants,
            NewAttempts attempts) {
        this.kernel = kernel;
        this.runs = runs;
        this.nodes = nodes;
        this.configurations = configurations;
        this.wants = wants;
        this.attempts = attempts;
    }

    /**
     * Whether the stage was still to be had, and the node still has room for it: placement decided by what it saw before. For a variable that it
     * lacks a person is asked; until then it stays in the queue.
     */
    @Transactional
    public boolean claim(QueuedStage queued, UUID nodeId) {
        Run run = runs.lock(queued.runId());
        if (run.paused() || run.end().isPresent()) {
            return false;
        }
        Configuration configuration = configurations.of(run, queued);
        if (wants.ask(run, queued, configuration)) {
            return false;
        }
        Optional<Attempt.Place> place = nodes.lock(nodeId)
                .flatMap(node -> node.resources()
                        .gpusFor(configuration.stage().requirements())
                        .map(gpus -> new Attempt.Place(
                                Optional.of(nodeId), node.node().name(), gpus)));
        String token = Ids.secret();
        if (place.isEmpty() || !kernel.claim(queued.jobId(), token, NEVER)) {
            return false;
        }
        attempts.begin(run, queued, configuration, token, place.get());
        runs.moved(run.id());
        return true;
    }
}
