package dev.winslow.api.worker;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Progress;
import java.util.List;

/** How an attempt stands on its node: PREPARING, RUNNING or COMMITTING, with its newest progress. */
public record StateReport(String leaseToken, AttemptState state, List<Progress> progress, int warnings) {
    public StateReport {
        progress = List.copyOf(progress);
    }
}
