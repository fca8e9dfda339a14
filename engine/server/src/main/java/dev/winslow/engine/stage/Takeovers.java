package dev.winslow.engine.stage;

import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.artifact.Workspaces.Origin;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.stage.Outcomes.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends a queued stage with the result of an earlier attempt, in the caller's transaction. It needs no node. */
@Component
class Takeovers {
    private static final Attempt.Place NOWHERE = new Attempt.Place(Optional.empty(), "", List.of());

    private final ProcessKernel kernel;
    private final NewAttempts attempts;
    private final Results results;
    private final EndOfAttempt endOf;
    private final LogService logs;
    private final Workspaces workspaces;

    Takeovers(
            ProcessKernel kernel,
            NewAttempts attempts,
            Results results,
            EndOfAttempt endOf,
            LogService logs,
            Workspaces workspaces) {
        this.kernel = kernel;
        this.attempts = attempts;
        this.results = results;
        this.endOf = endOf;
        this.logs = logs;
        this.workspaces = workspaces;
    }

    void take(Run run, QueuedStage queued, Draft draft, Choice.TakeOver earlier) {
        String token = Ids.secret();
        if (kernel.claim(Map.of(queued.jobId(), token), Claims.NEVER).isEmpty()) {
            return;
        }
        NewAttempts.Beginning begin = attempts.draw(run, queued, draft, token, NOWHERE);
        attempts.begin(List.of(begin));
        Attempt attempt = begin.attempt();
        logs.system(attempt.id(), earlier.sameness().reuse().sentence());
        Origin origin = new Origin(run.id(), attempt.stage().id(), attempt.id());
        List<Delivered> delivered = List.of(new Delivered(
                new Held(run, attempt),
                outcome(token, earlier),
                workspaces.takenOver(run.projectId(), origin, earlier.files(), draft.inputs())));
        results.recordSuccesses(delivered);
        if (!endOf.success(delivered)) {
            throw new IllegalStateException(
                    "The process has left the stage " + attempt.stage().id() + " that was just claimed");
        }
    }

    private static Outcome outcome(String token, Choice.TakeOver earlier) {
        return Outcome.succeeded(
                token,
                earlier.files().stream()
                        .map(file -> new ProducedFile(
                                file.area(),
                                file.path(),
                                file.content().size(),
                                file.content().sha256()))
                        .toList(),
                earlier.result().variables());
    }
}
