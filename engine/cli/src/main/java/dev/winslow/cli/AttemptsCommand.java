package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the attempts of a project, whose ids other commands ask for. */
@Command(
        name = "attempts",
        description = "Lists all attempts at the stages of a project's runs, with the ids that 'log' and 'file' take.")
final class AttemptsCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Option(names = "--run", paramLabel = "RUN", description = "Only of this run, which may be one of a study.")
    private Optional<UUID> run = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Api api = api();
        List<AttemptView> attempts = new ArrayList<>();
        for (UUID each : runs(api)) {
            attempts.addAll(api.list(Paths.RUNS + "/" + each + "/attempts", AttemptView.class));
        }
        print(attempts, () -> table(attempts).toString());
        return 0;
    }

    private List<UUID> runs(Api api) {
        return run.map(List::of)
                .orElseGet(() -> api.list(Paths.PROJECTS + "/" + id + "/runs", RunView.class).stream()
                        .map(RunView::id)
                        .toList());
    }

    private static Table table(List<AttemptView> attempts) {
        Table table = new Table("ID", "STAGE", "ATTEMPT", "STATE", "NODE", "STARTED", "RUN", "WHY");
        attempts.forEach(attempt -> table.row(
                attempt.id(),
                attempt.stageId(),
                attempt.number(),
                attempt.state(),
                attempt.nodeName().orElse(""),
                attempt.startedAt().map(Object::toString).orElse(""),
                attempt.runId(),
                attempt.reason().orElse("")));
        return table;
    }
}
