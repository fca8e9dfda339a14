package dev.winslow.engine.stage;

import dev.winslow.api.worker.StateReport;
import dev.winslow.engine.Changes;
import dev.winslow.engine.run.Runs;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what agents report of attempts on their way. Every report is fenced by the lease; one that comes twice changes nothing more. */
@Service
public class AttemptReports {
    private final AttemptRepository attempts;
    private final Runs runs;
    private final Changes changes;

    AttemptReports(AttemptRepository attempts, Runs runs, Changes changes) {
        this.attempts = attempts;
        this.runs = runs;
        this.changes = changes;
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
            changes.progressed(runs.require(attempt.runId()).projectId());
        }
        return check;
    }
}
