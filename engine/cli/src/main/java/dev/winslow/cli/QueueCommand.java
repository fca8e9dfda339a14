package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.stage.WaitingStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What waits for nodes. */
@Command(
        name = "queue",
        description = "Lists the stages that wait for a node, those first that are to start first, and why each waits.")
final class QueueCommand extends ServerCommand {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() throws Exception {
        var waiting = api().list(Paths.QUEUE + "?limit=" + limit, WaitingStage.class);
        Table table = new Table("PROJECT", "STAGE", "SINCE", "RUN", "WHY");
        waiting.forEach(stage ->
                table.row(stage.projectName(), stage.stageName(), stage.since(), stage.runId(), stage.reason()));
        print(waiting, table::toString);
        return 0;
    }
}
