package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts that a run has made at a stage so far, in their order. */
record EarlierTries(List<Try> tries) {
    static final EarlierTries NONE = new EarlierTries(List.of());

    record Try(UUID attemptId, String jobId, AttemptState state) {}

    int nextNumber() {
        return tries.size() + 1;
    }

    /** Whether one was made at this job, of which the run may have several: it can come to a stage again and again. */
    boolean of(String jobId) {
        return tries.stream().anyMatch(each -> each.jobId().equals(jobId));
    }

    /** The last one at a job that gave its node back to wait for a person. */
    Optional<UUID> released(String jobId) {
        return tries.stream()
                .filter(each -> each.jobId().equals(jobId) && each.state() == AttemptState.RELEASED)
                .reduce((before, after) -> after)
                .map(Try::attemptId);
    }
}
