package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who did what when. */
@Command(name = "history", description = "Shows who did what when in a project, newest first.")
final class ProjectHistoryCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 100;

    @Option(names = "--before", paramLabel = "EVENT", description = "What came before the event with this number.")
    private Optional<Long> before = Optional.empty();

    @Override
    public Integer call() throws Exception {
        String query =
                "?limit=" + limit + before.map(event -> "&before=" + event).orElse("");
        var events = api().list(Paths.PROJECTS + "/" + id + "/history" + query, EventView.class);
        Table table = new Table("EVENT", "AT", "WHO", "WHAT");
        events.forEach(event -> table.row(event.id(), event.at(), event.who(), event.text()));
        print(events, table::toString);
        return 0;
    }
}
