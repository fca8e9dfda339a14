package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.StepUsage;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What projects occupy in the storage, and freeing some of it. */
final class ProjectStorageCommands {
    private ProjectStorageCommands() {}

    @Command(
            name = "usage",
            description = "Shows what a project occupies in the storage, stage by stage; shared bytes count once.")
    static final class Usage extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            var usage = api().get(Paths.PROJECTS + "/" + id + "/usage", ProjectUsage.class);
            print(
                    usage,
                    () -> table(usage.steps())
                            .row("together", "", usage.files(), usage.bytes())
                            .toString());
            return 0;
        }
    }

    @Command(
            name = "cleanup",
            description = {
                "Deletes files that attempts at stages have left.",
                "What a present run goes on from, and what the newest completion of each stage left, stays in any case."
            })
    static final class Cleanup extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Option(names = "--keep-last", paramLabel = "N", description = "of each stage all attempts but the last N")
        private Optional<Integer> keepLast = Optional.empty();

        @Option(names = "--failed", description = "attempts that failed, were aborted or lost")
        private boolean failed;

        @Option(names = "--discardable", description = "attempts at stages that their pipeline calls discardable")
        private boolean discardable;

        @Option(names = "--dry-run", description = "only tell what would be deleted")
        private boolean dryRun;

        @Override
        public Integer call() throws Exception {
            var report = api().post(
                            Paths.PROJECTS + "/" + id + "/cleanup",
                            new CleanUp(keepLast, failed, discardable, dryRun),
                            CleanUpReport.class);
            print(report, () -> text(report));
            return 0;
        }

        private static String text(CleanUpReport report) {
            String sum = "%s %d bytes: %d files"
                    .formatted(report.dryRun() ? "Would free" : "Freed", report.bytes(), report.files());
            return report.steps().isEmpty() ? sum : table(report.steps()) + System.lineSeparator() + sum;
        }
    }

    private static Table table(List<StepUsage> steps) {
        Table table = new Table("STEP", "ATTEMPTS", "FILES", "BYTES");
        steps.forEach(step -> table.row(step.stepId().orElse("uploaded"), step.attempts(), step.files(), step.bytes()));
        return table;
    }
}
