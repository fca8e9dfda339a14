package dev.winslow.engine.run;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectParts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the runs of a project that is deleted; their rows go with the project's. */
@Component
class RunsOfProject implements ProjectParts {
    private static final String REASON = "the project is deleted";

    private final Runs runs;
    private final RunAttempts attempts;
    private final ProcessKernel kernel;

    RunsOfProject(Runs runs, RunAttempts attempts, ProcessKernel kernel) {
        this.runs = runs;
        this.attempts = attempts;
        this.kernel = kernel;
    }

    @Override
    @Transactional
    public void discard(Project project) {
        runs.ofProject(project.id()).stream().filter(run -> run.end().isEmpty()).forEach(run -> {
            runs.lock(run.id());
            attempts.abandon(run.id(), REASON);
            kernel.cancel(run.id(), REASON);
        });
    }
}
