package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, shows, changes and deletes projects, and steers their runs. */
@Command(
        name = "project",
        description = "Lists, shows, changes and deletes projects, and steers their runs.",
        subcommands = {
            ProjectListing.All.class,
            ProjectListing.Tags.class,
            ProjectCommands.Show.class,
            AttemptsCommand.class,
            ProjectCommands.Create.class,
            ProjectCommands.Rename.class,
            ProjectCommands.Tag.class,
            ProjectCommands.SwapPipeline.class,
            ProjectCommands.Owner.class,
            ProjectAccessCommand.class,
            ProjectPriorityCommand.class,
            ProjectCommands.Delete.class,
            ProjectNotesCommands.Notes.class,
            ProjectNotesCommands.Todo.class,
            ProjectHistoryCommand.class,
            ProjectBulkCommand.class,
            ProjectStorageCommands.Usage.class,
            ProjectStorageCommands.Cleanup.class,
            SteerCommands.Start.class,
            SteerCommands.Pause.class,
            SteerCommands.Resume.class,
            SteerCommands.JumpTo.class,
            SteerCommands.Skip.class,
            MigrateCommand.class,
            SteerCommands.Retry.class,
            SteerCommands.Abort.class,
            SteerCommands.Cancel.class
        })
final class ProjectCommands {
    @Command(name = "show", description = "Shows the runs of a project and how their steps stand.")
    static final class Show extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            var runs = api().list(Paths.PROJECTS + "/" + id + "/runs", RunView.class);
            print(runs, () -> runs.stream().map(RunTable::of).collect(Collectors.joining("\n\n")));
            return 0;
        }
    }

    @Command(name = "create", description = "Creates a project.")
    static final class Create extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Parameters(index = "1", paramLabel = "PIPELINE")
        private String pipeline = "";

        @Option(names = "--tag")
        private List<String> tags = new ArrayList<>();

        @Override
        public Integer call() throws Exception {
            var project = api().post(Paths.PROJECTS, new CreateProject(name, pipeline, tags), ProjectView.class);
            print(project, () -> "Created " + project.name() + " " + project.id());
            return 0;
        }
    }

    @Command(name = "rename", description = "Renames a project.")
    static final class Rename extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        @Override
        public Integer call() throws Exception {
            var change = ChangeProject.name(name);
            var project = api().patch(Paths.PROJECTS + "/" + id, change, ProjectView.class);
            print(project, () -> "Renamed to " + project.name());
            return 0;
        }
    }

    @Command(name = "tag", description = "Replaces the tags of a project.")
    static final class Tag extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1..*", paramLabel = "TAG")
        private List<String> tags = new ArrayList<>();

        @Override
        public Integer call() throws Exception {
            var change = ChangeProject.tags(tags);
            var project = api().patch(Paths.PROJECTS + "/" + id, change, ProjectView.class);
            print(project, () -> "Tags: " + String.join(", ", project.tags()));
            return 0;
        }
    }

    @Command(name = "pipeline", description = "Bases a project on another pipeline, between its runs.")
    static final class SwapPipeline extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "PIPELINE")
        private String changed = "";

        @Override
        public Integer call() throws Exception {
            var project = api().patch(Paths.PROJECTS + "/" + id, ChangeProject.pipeline(changed), ProjectView.class);
            print(project, () -> "Based on " + project.pipelineKey());
            return 0;
        }
    }

    @Command(name = "owner", description = "Changes who owns a project.")
    static final class Owner extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "NAME")
        private String changed = "";

        @Override
        public Integer call() throws Exception {
            var project = api().patch(Paths.PROJECTS + "/" + id, ChangeProject.owner(changed), ProjectView.class);
            print(project, () -> "Owned by " + project.owner().orElse("nobody"));
            return 0;
        }
    }

    @Command(
            name = "delete",
            description = "Says what goes with a project, asks, and deletes it with all its files, logs and runs.")
    static final class Delete extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Override
        public Integer call() throws Exception {
            String path = Paths.PROJECTS + "/" + id;
            DeletionView much = api().get(path + "/deletion", DeletionView.class);
            confirmation.require(err(), question(much));
            api().delete(path);
            print(id, () -> "Deleted");
            return 0;
        }

        private static String question(DeletionView much) {
            return "Delete the project with %d files (%d bytes), %d runs, %d attempts and %d lines of logs?%s"
                    .formatted(
                            much.files(),
                            much.bytes(),
                            much.runs(),
                            much.attempts(),
                            much.logLines(),
                            much.openRun() ? " A run is on its way and would be ended." : "");
        }
    }
}
