package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows, changes and deletes projects, and steers their runs. */
@Command(
        name = "project",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, changes and deletes projects, and steers their runs.",
        subcommands = {
            ProjectCommands.List.class,
            ProjectCommands.Show.class,
            ProjectCommands.Create.class,
            ProjectCommands.Rename.class,
            ProjectCommands.Tag.class,
            ProjectCommands.Delete.class,
            ProjectStorageCommands.Usage.class,
            ProjectStorageCommands.Cleanup.class,
            SteerCommands.Start.class,
            SteerCommands.Pause.class,
            SteerCommands.Resume.class,
            SteerCommands.JumpTo.class,
            SteerCommands.Skip.class,
            SteerCommands.Retry.class,
            SteerCommands.Abort.class,
            SteerCommands.Cancel.class
        })
final class ProjectCommands {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists projects with their state.")
    static final class List implements Callable<Integer> {
        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var projects = server.api().list(Paths.PROJECTS, ProjectView.class);
            Table table = new Table("ID", "NAME", "STATE", "AT", "PIPELINE", "TAGS");
            projects.forEach(project -> table.row(
                    project.id(),
                    project.name(),
                    project.state(),
                    String.join(", ", project.currentStages()),
                    project.pipelineKey(),
                    String.join(", ", project.tags())));
            server.print(spec.commandLine().getOut(), projects, table::toString);
            return 0;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the runs of a project and how their steps stand.")
    static final class Show implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var runs = server.api().list(Paths.PROJECTS + "/" + id + "/runs", RunView.class);
            Table table = new Table("RUN", "STATE", "STEP", "STEP STATE", "ATTEMPT", "WHY");
            runs.forEach(run -> run.steps()
                    .forEach(step -> table.row(
                            run.id(),
                            run.state(),
                            step.name(),
                            step.state(),
                            step.latestAttempt()
                                    .map(attempt -> attempt.id().toString())
                                    .orElse(""),
                            step.latestAttempt()
                                    .flatMap(attempt -> attempt.reason())
                                    .or(step::waitingBecause)
                                    .orElse(""))));
            server.print(spec.commandLine().getOut(), runs, table::toString);
            return 0;
        }
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Creates a project.")
    static final class Create implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Parameters(index = "1", paramLabel = "PIPELINE")
        private String pipeline = "";

        @Option(names = "--tag")
        private java.util.List<String> tags = new ArrayList<>();

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var project = server.api().post(Paths.PROJECTS, new CreateProject(name, pipeline, tags), ProjectView.class);
            server.print(spec.commandLine().getOut(), project, () -> "Created " + project.name() + " " + project.id());
            return 0;
        }
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Renames a project.")
    static final class Rename implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var change = new ChangeProject(Optional.of(name), Optional.empty(), Optional.empty());
            var project = server.api().patch(Paths.PROJECTS + "/" + id, change, ProjectView.class);
            server.print(spec.commandLine().getOut(), project, () -> "Renamed to " + project.name());
            return 0;
        }
    }

    @Command(name = "tag", mixinStandardHelpOptions = true, description = "Replaces the tags of a project.")
    static final class Tag implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1..*", paramLabel = "TAG")
        private java.util.List<String> tags = new ArrayList<>();

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var change = new ChangeProject(Optional.empty(), Optional.empty(), Optional.of(tags));
            var project = server.api().patch(Paths.PROJECTS + "/" + id, change, ProjectView.class);
            server.print(spec.commandLine().getOut(), project, () -> "Tags: " + String.join(", ", project.tags()));
            return 0;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes a project with all its files, logs and runs.")
    static final class Delete implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            server.api().delete(Paths.PROJECTS + "/" + id);
            server.print(spec.commandLine().getOut(), id, () -> "Deleted");
            return 0;
        }
    }
}
