package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineCheck;
import dev.winslow.api.pipeline.PipelineView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, checks, deploys, compares, exports, retires and restores pipelines. */
@Command(
        name = "pipeline",
        description = "Lists, checks, deploys, compares, exports, retires and restores pipelines.",
        subcommands = {
            PipelineCommands.List.class,
            PipelineCommands.Check.class,
            PipelineCommands.Deploy.class,
            PipelineCommands.Export.class,
            PipelineHistoryCommands.Versions.class,
            PipelineHistoryCommands.Diff.class,
            PipelineHistoryCommands.Users.class,
            PipelineCommands.Retire.class,
            PipelineCommands.Restore.class
        })
final class PipelineCommands {
    @Command(name = "list", description = "Lists pipelines.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var pipelines = api().list(Paths.PIPELINES, PipelineView.class);
            Table table = new Table("KEY", "VERSION", "NAME", "PROJECTS", "RETIRED");
            pipelines.forEach(pipeline -> table.row(
                    pipeline.key(), pipeline.version(), pipeline.name(), pipeline.projects(), pipeline.retired()));
            print(pipelines, table::toString);
            return 0;
        }
    }

    @Command(
            name = "check",
            description = "Says what is wrong with a BPMN file without deploying it; ends with 1 where something is.")
    static final class Check extends ServerCommand {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() throws Exception {
            var check = api().postXml(Paths.PIPELINES + "/check", file, PipelineCheck.class);
            print(check, () -> words(check));
            return check.problems().isEmpty() ? 0 : 1;
        }

        private static String words(PipelineCheck check) {
            return check.problems().isEmpty()
                    ? "Nothing is wrong."
                    : check.problems().stream()
                            .map(problem ->
                                    (problem.element() + " " + problem.problem()).strip() + ". " + problem.remedy())
                            .collect(Collectors.joining("\n"));
        }
    }

    @Command(name = "deploy", description = "Deploys a BPMN file.")
    static final class Deploy extends ServerCommand {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() throws Exception {
            var pipeline = api().postXml(Paths.PIPELINES, file, PipelineView.class);
            print(pipeline, () -> "Deployed " + pipeline.key() + " in version " + pipeline.version());
            return 0;
        }
    }

    @Command(name = "export", description = "Prints the BPMN of a pipeline.")
    static final class Export extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Option(
                names = {"--version", "--version-number"},
                paramLabel = "NUMBER",
                description = "The newest by default.")
        private int version;

        @Override
        public Integer call() throws Exception {
            Api api = api();
            int wanted = version > 0
                    ? version
                    : api.get(Paths.PIPELINES + "/" + key, PipelineView.class).version();
            byte[] xml = api.bytes(Paths.PIPELINES + "/" + key + "/versions/" + wanted + "/xml");
            out().println(new String(xml, StandardCharsets.UTF_8));
            return 0;
        }
    }

    @Command(name = "retire", description = "Retires a pipeline: no new run starts with it.")
    static final class Retire extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Override
        public Integer call() throws Exception {
            api().delete(Paths.PIPELINES + "/" + key);
            print(key, () -> "Retired " + key);
            return 0;
        }
    }

    @Command(name = "restore", description = "Brings a retired pipeline back: runs start with it again.")
    static final class Restore extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Override
        public Integer call() throws Exception {
            var restored = api().post(Paths.PIPELINES + "/" + key + "/restore", Map.of(), PipelineView.class);
            print(restored, () -> "Restored " + key);
            return 0;
        }
    }
}
