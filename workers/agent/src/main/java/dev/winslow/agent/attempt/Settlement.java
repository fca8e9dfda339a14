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
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over what a stage leaves, after a failure too, so that people can look at it, and reports its outcome. */
record Settlement(Assignment assignment, Steps steps, Map<String, String> said, Services services, Before before) {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** What is to be done before the outcome is reported: the log takes nothing more afterwards. */
    interface Before {
        void run() throws InterruptedException;
    }

    void settle(Verdict verdict) throws StaleLease, Refused, InterruptedException {
        if (verdict.state() == AttemptState.ABORTED && steps.started().isEmpty()) {
            report(without(verdict.state(), verdict.exitCode(), verdict.reason()));
            return;
        }
        try {
            report(withFiles(verdict));
        } catch (IOException | Refused failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The worker ends or the lease is lost");
            }
            LOG.warn("What attempt {} leaves could not be handed over", assignment.attemptId(), failure);
            report(without(
                    verdict.state() == AttemptState.ABORTED ? AttemptState.ABORTED : AttemptState.FAILED,
                    verdict.exitCode(),
                    Optional.of(
                            verdict.reason().orElse("Its result could not be handed over: " + failure.getMessage()))));
        }
    }

    private Outcome withFiles(Verdict verdict) throws IOException, StaleLease, Refused, InterruptedException {
        AttemptFolder folder = steps.folder();
        Steps.Prepared prepared = steps.prepared()
                .orElseThrow(() -> new IOException(folder.root() + " was not laid out, so there is no result"));
        Harvest harvest =
                Harvest.of(folder, prepared.baseline(), assignment.checkpoint().isPresent());
        Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
        for (ProducedFile file : harvest.changed()) {
            services.sender().send(lease, file, folder.of(file.area()).resolve(file.path()));
        }
        return new Outcome(
                assignment.leaseToken(),
                verdict.state(),
                verdict.exitCode(),
                verdict.reason(),
                harvest.all(),
                verdict.state() == AttemptState.SUCCEEDED ? variables() : Map.of(),
                prepared.image(),
                Optional.of(steps.phases()));
    }

    /** What the stage wrote into its file wins over what it said in its log. */
    private Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>(said);
        variables.putAll(VariablesFile.read(steps.folder().variables()).values());
        return variables;
    }

    private Outcome without(AttemptState state, Optional<Integer> exitCode, Optional<String> reason) {
        return new Outcome(
                assignment.leaseToken(),
                state,
                exitCode,
                reason,
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(steps.phases()));
    }

    private void report(Outcome outcome) throws StaleLease, Refused, InterruptedException {
        before.run();
        Insistence.untilAnswered(() -> services.server().outcome(assignment.attemptId(), outcome));
    }
}
