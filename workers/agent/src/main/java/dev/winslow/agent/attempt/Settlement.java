package dev.winslow.agent.attempt;

import dev.winslow.agent.protocol.Insistence;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.Harvest;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over what a stage leaves and reports its outcome. Only success hands over files. */
record Settlement(Assignment assignment, AttemptFolder folder, Services services) {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    void settle(Verdict verdict) throws StaleLease, Refused, InterruptedException {
        if (verdict.state() != AttemptState.SUCCEEDED) {
            report(without(verdict.state(), verdict.exitCode(), verdict.reason()));
            return;
        }
        try {
            report(success(verdict));
        } catch (IOException | Refused failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The worker ends or the lease is lost");
            }
            LOG.warn("The result of attempt {} could not be handed over", assignment.attemptId(), failure);
            report(without(
                    AttemptState.FAILED,
                    verdict.exitCode(),
                    Optional.of("Its result could not be handed over: " + failure.getMessage())));
        }
    }

    private Outcome success(Verdict verdict) throws IOException, StaleLease, Refused, InterruptedException {
        Harvest harvest = Harvest.of(folder);
        Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
        for (ProducedFile file : harvest.changed()) {
            services.sender().send(lease, file, folder.of(file.area()).resolve(file.path()));
        }
        return new Outcome(
                assignment.leaseToken(),
                AttemptState.SUCCEEDED,
                verdict.exitCode(),
                Optional.empty(),
                harvest.all(),
                Environment.variables(folder));
    }

    private Outcome without(AttemptState state, Optional<Integer> exitCode, Optional<String> reason) {
        return new Outcome(assignment.leaseToken(), state, exitCode, reason, List.of(), Map.of());
    }

    private void report(Outcome outcome) throws StaleLease, Refused, InterruptedException {
        Insistence.untilAnswered(() -> services.server().outcome(assignment.attemptId(), outcome));
    }
}
