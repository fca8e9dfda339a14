package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the attempt at a stage that was claimed: with what it runs, and from which files it starts. */
@Component
class NewAttempts {
    private final Workspaces workspaces;
    private final AttemptRepository attempts;
    private final Checkpoints checkpoints;
    private final LogService logs;
    private final AttemptClock time;

    NewAttempts(
            Workspaces workspaces,
            AttemptRepository attempts,
            Checkpoints checkpoints,
            LogService logs,
            AttemptClock time) {
        this.workspaces = workspaces;
        this.attempts = attempts;
        this.checkpoints = checkpoints;
        this.logs = logs;
        this.time = time;
    }

    Attempt begin(Run run, QueuedStage queued, Draft draft, String token, Attempt.Place place) {
        StageSpec stage = draft.stage();
        Attempt attempt = new Attempt(
                Ids.next(),
                run.id(),
                queued.jobId(),
                new Attempt.Stage(stage.id(), stage.name(), draft.earlier().nextNumber()),
                AttemptState.ASSIGNED,
                place,
                new Attempt.Lease(token, time.leaseEnd(), false),
                draft.effective(),
                new Attempt.Standing(List.of(), 0),
                time.now(),
                Optional.empty(),
                Optional.of(draft.choice().sameness()));
        attempts.insert(attempt, queued.createdAt());
        if (draft.earlier().of(queued.jobId())) {
            checkpoints.standing(queued.jobId()).ifPresent(sentence -> logs.system(attempt.id(), sentence));
        }
        workspaces.remember(attempt.id(), draft.inputs());
        return attempt;
    }
}
