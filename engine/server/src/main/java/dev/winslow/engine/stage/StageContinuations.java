package dev.winslow.engine.stage;

import dev.winslow.engine.run.Continuations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What earlier attempts at a job have left for the next one. */
@Component
class StageContinuations implements Continuations {
    private final AttemptRepository attempts;
    private final Checkpoints checkpoints;

    StageContinuations(AttemptRepository attempts, Checkpoints checkpoints) {
        this.attempts = attempts;
        this.checkpoints = checkpoints;
    }

    @Override
    public Optional<UUID> released(String jobId) {
        return attempts.released(jobId);
    }

    @Override
    public void dropCheckpoint(String jobId) {
        checkpoints.drop(List.of(jobId));
    }
}
