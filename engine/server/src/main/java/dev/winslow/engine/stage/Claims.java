package dev.winslow.engine.stage;

import dev.winslow.engine.Ids;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
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
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final ProcessKernel kernel;
    private final Runs runs;
    private final NodeLoads nodes;
    private final Openings openings;
    private final NewAttempts attempts;

    Claims(ProcessKernel kernel, Runs runs, NodeLoads nodes, Openings openings, NewAttempts attempts) {
        this.kernel = kernel;
        this.runs = runs;
        this.nodes = nodes;
        this.openings = openings;
        this.attempts = attempts;
    }

    /**
     * Whether the stage was still to be had, and the node still has room for it: placement decided by what it saw before. A stage that lacks a
     * variable stays in the queue, and one whose result is known takes that over.
     */
    @Transactional
    public boolean claim(QueuedStage queued, UUID nodeId, boolean mayTakeOver) {
        Run run = runs.lock(queued.runId());
        if (run.paused() || run.end().isPresent()) {
            return false;
        }
        return openings.open(run, queued, mayTakeOver)
                .filter(draft -> claim(run, queued, draft, nodeId))
                .isPresent();
    }

    private boolean claim(Run run, QueuedStage queued, Draft draft, UUID nodeId) {
        Optional<Attempt.Place> place = nodes.lock(nodeId)
                .flatMap(node -> node.resources()
                        .gpusFor(draft.stage().requirements())
                        .map(gpus -> new Attempt.Place(
                                Optional.of(nodeId), node.node().name(), gpus)));
        String token = Ids.secret();
        if (place.isEmpty() || !kernel.claim(queued.jobId(), token, NEVER)) {
            return false;
        }
        attempts.begin(run, queued, draft, token, place.get());
        runs.placed(run);
        return true;
    }
}
