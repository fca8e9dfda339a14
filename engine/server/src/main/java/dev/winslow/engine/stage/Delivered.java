package dev.winslow.engine.stage;

import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.artifact.Workspaces.Delivery;
import dev.winslow.engine.artifact.Workspaces.Origin;
import dev.winslow.engine.run.Run;

/** How an attempt ended that is locked with its run, and what it left, which is all there. */
record Delivered(Outcomes.Held held, Outcome outcome, Delivery.Complete delivery) {
    Attempt attempt() {
        return held.attempt();
    }

    Run run() {
        return held.run();
    }

    Origin origin() {
        return new Origin(run().id(), attempt().stage().id(), attempt().id());
    }
}
