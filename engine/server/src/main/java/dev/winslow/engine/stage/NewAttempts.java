package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the attempts at stages that were claimed: with what they run, and from which files they start. */
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

    /**
     * An attempt that is not written yet.
     *
     * @param queuedAt since when its stage has waited
     * @param repeated whether its job was tried before
     */
    record Beginning(Run run, Attempt attempt, Instant queuedAt, List<Artifact> inputs, boolean repeated) {}

    Beginning draw(Run run, QueuedStage queued, Draft draft, String token, Attempt.Place place) {
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
        return new Beginning(
                run,
                attempt,
                queued.createdAt(),
                draft.inputs(),
                draft.earlier().of(queued.jobId()));
    }

    void begin(Collection<Beginning> beginnings) {
        attempts.insert(beginnings);
        for (Beginning begin : beginnings) {
            Attempt attempt = begin.attempt();
            if (begin.repeated()) {
                checkpoints.standing(attempt.jobId()).ifPresent(sentence -> logs.system(attempt.id(), sentence));
            }
            workspaces.remember(attempt.id(), begin.inputs());
        }
    }
}
