package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** A step of the latest run, to whose workspace people add files before its next attempt begins. */
final class StepChoice {
    @Option(
            names = "--step",
            paramLabel = "STEP",
            description = "The workspace of this step of the latest run, for its next attempt.")
    private Optional<String> step = Optional.empty();

    boolean isNamed() {
        return step.isPresent();
    }

    /** Where the files lie that were added to it. */
    String address(Api api, String project) {
        UUID run = api.get(Paths.PROJECTS + "/" + project, ProjectView.class)
                .latestRun()
                .orElseThrow(() -> new Refused("This project has no run yet: upload the file into the project."));
        return Paths.STEP_FILES.replace("{id}", run.toString()).replace("{stepId}", step.orElseThrow());
    }
}
