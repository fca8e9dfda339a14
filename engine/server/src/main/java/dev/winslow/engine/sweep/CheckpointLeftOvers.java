package dev.winslow.engine.sweep;

import dev.winslow.engine.stage.ForgottenCheckpoints;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives up checkpoints of stages that a run has left without success: it was cancelled, sent elsewhere, or has ended. Before the left-overs of
 * attempts are looked at, so that what was saved goes in the same sweep.
 *
 * <p>Why it takes nothing that somebody could still go on from: a job that the process engine does not know any more never comes back, and only its
 * own attempts are given its checkpoint.
 */
@Component
@Order(0)
class CheckpointLeftOvers implements BucketDuty {
    private final ForgottenCheckpoints checkpoints;

    CheckpointLeftOvers(ForgottenCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public Swept sweep(Place place, SweepSettings.Limits limits) {
        place.projectId().ifPresent(checkpoints::drop);
        return Swept.NOTHING;
    }
}
