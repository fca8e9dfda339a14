package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Configurations.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            var _ = open(List.of(new Opening(run, queued, mayTakeOver)));
        }
    }

    /** What stages of different runs are to run with, by job: those that are to run now. */
    Map<String, Draft> open(List<Opening> openings) {
        Map<String, Configuration> configured = configurations.of(openings);
        Map<Opening, Configuration> whole = new LinkedHashMap<>();
        for (Opening opening : openings) {
            Optional.ofNullable(configured.get(opening.jobId()))
                    .filter(configuration -> !wants.ask(opening.run(), opening.queued(), configuration))
                    .ifPresent(configuration -> whole.put(opening, configuration));
        }
        Map<String, Draft> toRun = new LinkedHashMap<>();
        drafts.of(whole).forEach((opening, draft) -> {
            switch (draft.choice()) {
                case Choice.Run _ -> toRun.put(opening.jobId(), draft);
                case Choice.TakeOver earlier -> takeovers.take(opening.run(), opening.queued(), draft, earlier);
            }
        });
        return toRun;
    }
}
