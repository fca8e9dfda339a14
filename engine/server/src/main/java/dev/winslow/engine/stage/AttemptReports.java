package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.StateReport;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.artifact.Workspaces.Recorded;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what agents report of their attempts. Every report is fenced by the lease; one that comes twice changes nothing more. */
@Service
public class AttemptReports {
    private final AttemptRepository attempts;
    private final Runs runs;
    private final ProjectService projects;
    private final Workspaces workspaces;
    private final ProcessKernel kernel;
    private final EndOfAttempt endOf;

    AttemptReports(
            AttemptRepository attempts,
            Runs runs,
            ProjectService projects,
            Workspaces workspaces,
            ProcessKernel kernel,
            EndOfAttempt endOf) {
        this.attempts = attempts;
        this.runs = runs;
        this.projects = projects;
        this.workspaces = workspaces;
        this.kernel = kernel;
        this.endOf = endOf;
    }

    public LeaseCheck check(UUID attemptId, String leaseToken) {
        return LeaseCheck.of(attempts.find(attemptId), leaseToken);
    }

    /** A step on the way. One that is not legal any more (it was overtaken by a later one) is passed over. */
    @Transactional
    public LeaseCheck report(UUID attemptId, StateReport report) {
        LeaseCheck check = LeaseCheck.of(attempts.lock(attemptId), report.leaseToken());
        if (check instanceof LeaseCheck.Held(Attempt attempt)) {
            boolean moves = !report.state().isFinal() && AttemptTransitions.isLegal(attempt.state(), report.state());
            attempts.update(attemptId, moves ? report.state() : attempt.state(), report.progress(), report.warnings());
            runs.moved(attempt.runId());
        }
        return check;
    }

    /** The end. Artifacts, the attempt's end and the step of the process are one transaction. */
    @Transactional
    public Ending end(UUID attemptId, Outcome outcome) {
        Optional<UUID> runId = attempts.find(attemptId).map(Attempt::runId);
        Optional<Run> run = runId.map(runs::lock);
        return switch (LeaseCheck.of(attempts.lock(attemptId), outcome.leaseToken())) {
            case LeaseCheck.Held(Attempt attempt) -> accept(run.orElseThrow(), attempt, outcome);
            case LeaseCheck.Ended(Attempt attempt) -> new Ending.Accepted(attempt.state());
            case LeaseCheck.Stale() -> new Ending.Stale();
        };
    }

    private Ending accept(Run run, Attempt attempt, Outcome outcome) {
        boolean succeeded = outcome.state() == AttemptState.SUCCEEDED;
        Recorded recorded = workspaces.record(
                projects.require(run.projectId()),
                new Workspaces.Origin(run.id(), attempt.stage().id(), attempt.id()),
                outcome.files(),
                succeeded);
        if (recorded instanceof Recorded.Missing(List<String> paths)) {
            return new Ending.FilesMissing(paths);
        }
        if (succeeded) {
            kernel.complete(attempt.jobId(), attempt.lease().token(), outcome.variables());
            endOf.success(attempt, outcome);
            runs.moved(run.id());
        } else {
            endOf.failure(run, attempt, outcome);
        }
        return new Ending.Accepted(outcome.state());
    }

    /** How a report of the end was taken. */
    public sealed interface Ending {
        record Accepted(AttemptState state) implements Ending {}

        record Stale() implements Ending {}

        /** Files that the report names and the store lacks: the agent sends them and reports again. */
        record FilesMissing(List<String> paths) implements Ending {}
    }
}
