package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.PriorityView;
import dev.winslow.api.run.SetPriority;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose stages go first. */
@Command(
        name = "priority",
        description = "Shows or sets how much earlier a project's stages go to nodes: from -100 to 100, usually 0.")
final class ProjectPriorityCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "1", paramLabel = "PRIORITY", arity = "0..1")
    private Optional<Integer> priority = Optional.empty();

    @Option(names = "--run", description = "Of the latest run alone.")
    private boolean run;

    @Option(names = "--clear", description = "Back to the usual one; with --run, to the project's.")
    private boolean clear;

    @Override
    public Integer call() throws Exception {
        Api api = api();
        String path = run ? ofRun(api) : Paths.PROJECT_PRIORITY.replace("{id}", id);
        PriorityView view = priority.isPresent() || clear
                ? api.put(path, new SetPriority(priority), PriorityView.class)
                : api.get(path, PriorityView.class);
        print(view, () -> "Priority " + view.priority());
        return 0;
    }

    private String ofRun(Api api) {
        String latest = api.get(Paths.PROJECTS + "/" + id, ProjectView.class)
                .latestRun()
                .orElseThrow(() -> new Refused("This project has no run yet: start one."))
                .toString();
        return Paths.RUN_PRIORITY.replace("{id}", latest);
    }
}
