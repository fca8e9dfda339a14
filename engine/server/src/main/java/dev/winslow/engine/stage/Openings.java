package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done for a queued stage before a node takes it: a person is asked for what it lacks, and what it would only repeat is taken over. */
@Component
class Openings {
    private final Runs runs;
    private final ProcessKernel kernel;
    private final Configurations configurations;
    private final Wants wants;
    private final Drafts drafts;
    private final Takeovers takeovers;

    Openings(
            Runs runs,
            ProcessKernel kernel,
            Configurations configurations,
            Wants wants,
            Drafts drafts,
            Takeovers takeovers) {
        this.runs = runs;
        this.kernel = kernel;
        this.configurations = configurations;
        this.wants = wants;
        this.drafts = drafts;
        this.takeovers = takeovers;
    }

    /** For a stage that no node can take now: it need not wait for a node to learn that it waits for a person, or need not run at all. */
    @Transactional
    public void look(QueuedStage queued, boolean mayTakeOver) {
        Run run = runs.lock(queued.runId());
        if (!run.paused() && run.end().isEmpty() && kernel.isQueued(queued.jobId())) {
            // What it would run with is drawn up anew when a node is there.
            var _ = open(run, queued, mayTakeOver);
        }
    }

    /** What the stage is to run with, if it is to run now. With the run locked. */
    Optional<Draft> open(Run run, QueuedStage queued, boolean mayTakeOver) {
        Configuration configuration = configurations.of(run, queued);
        if (wants.ask(run, queued, configuration)) {
            return Optional.empty();
        }
        Draft draft = drafts.of(run, queued, configuration, mayTakeOver);
        return switch (draft.choice()) {
            case Choice.Run _ -> Optional.of(draft);
            case Choice.TakeOver earlier -> {
                takeovers.take(run, queued, draft, earlier);
                yield Optional.empty();
            }
        };
    }
}
