package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;

/**
 * A queued stage that may be about to run.
 *
 * @param run locked
 * @param mayTakeOver whether a result that is known already may stand in for it: not where that was tried and failed
 */
record Opening(Run run, QueuedStage queued, boolean mayTakeOver) {
    String jobId() {
        return queued.jobId();
    }
}
