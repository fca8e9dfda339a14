package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of a pipeline over time, and who works with it. */
final class PipelineHistoryCommands {
    private PipelineHistoryCommands() {}

    @Command(name = "versions", description = "Lists the versions of a pipeline, the newest first.")
    static final class Versions extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Override
        public Integer call() throws Exception {
            var versions = api().list(Paths.PIPELINES + "/" + key + "/versions", PipelineVersionView.class);
            Table table = new Table("VERSION", "DEPLOYED", "RUNS IN PROGRESS", "NAME");
            versions.forEach(
                    version -> table.row(version.version(), version.deployedAt(), version.openRuns(), version.name()));
            print(versions, table::toString);
            return 0;
        }
    }

    @Command(name = "diff", description = "Tells what changed from one version of a pipeline to another.")
    static final class Diff extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Option(names = "--from", description = "The older version; by default the one before --to.")
        private int from;

        @Option(names = "--to", description = "The newer version; by default the newest.")
        private int to;

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String pipeline = Paths.PIPELINES + "/" + key;
            int newer = to > 0 ? to : newest(api, pipeline);
            int older = from > 0 ? from : Math.max(1, newer - 1);
            var diff = api.get(pipeline + "/diff?from=" + older + "&to=" + newer, PipelineDiff.class);
            print(diff, () -> words(diff));
            return 0;
        }

        private static int newest(Api api, String pipeline) {
            return api.list(pipeline + "/versions", PipelineVersionView.class)
                    .getFirst()
                    .version();
        }

        private static String words(PipelineDiff diff) {
            if (diff.changes().isEmpty()) {
                return "Versions %d and %d do the same.".formatted(diff.from(), diff.to());
            }
            return diff.changes().stream().map(Diff::words).collect(Collectors.joining("\n"));
        }

        private static String words(PipelineChange change) {
            String sign = switch (change.kind()) {
                case ADDED -> "+";
                case REMOVED -> "-";
                case CHANGED -> "~";
            };
            return "%s %s %s (%s)".formatted(sign, change.type(), change.name(), change.element())
                    + change.details().stream()
                            .map(detail -> "\n    %s: %s -> %s"
                                    .formatted(
                                            detail.trait(),
                                            detail.before().orElse("(nothing)"),
                                            detail.after().orElse("(nothing)")))
                            .collect(Collectors.joining());
        }
    }

    @Command(
            name = "users",
            description = "Lists the projects that are based on a pipeline or have a run of it in progress.")
    static final class Users extends ServerCommand {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key = "";

        @Override
        public Integer call() throws Exception {
            var users = api().list(Paths.PIPELINES + "/" + key + "/users", PipelineUser.class);
            Table table = new Table("PROJECT", "NAME", "BASED ON IT", "RUNS IN PROGRESS");
            users.forEach(user -> table.row(
                    user.projectId(),
                    user.projectName(),
                    user.based() ? "yes" : "no",
                    user.openRuns().stream()
                            .map(version -> "version " + version)
                            .collect(Collectors.joining(", "))));
            print(users, table::toString);
            return 0;
        }
    }
}
