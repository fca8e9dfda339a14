package dev.winslow.cli;

import dev.winslow.api.run.MigrateRun;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the latest run of a project to another version of its pipeline. */
@Command(
        name = "migrate",
        description =
                "Takes the run to another version of its pipeline, the newest by default; it goes on where it stands.")
final class MigrateCommand extends SteerCommands.OfProject {
    @Option(names = "--to", paramLabel = "VERSION", description = "The version; by default the newest.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--dry-run", description = "Only says what it would do.")
    private boolean dryRun;

    @Override
    RunView steer(Api api) {
        String migration = latestPath(api) + "/migration";
        String to = version.map(number -> "?to=" + number).orElse("");
        MigrationPreview preview = api.get(migration + to, MigrationPreview.class);
        if (!preview.possible()) {
            throw new Refused(preview.sentence());
        }
        say(preview.sentence());
        return dryRun ? latest(api) : api.post(migration, new MigrateRun(version), RunView.class);
    }
}
