package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what happens. After a lost connection it goes on behind the last event. */
@Command(name = "events", description = "Prints what happens as it happens, until Ctrl-C.")
final class EventsCommand extends ServerCommand {
    private static final String ID = "id:";
    private static final String DATA = "data:";
    private static final long PAUSE_MILLIS = 500;

    @Option(names = "--project", paramLabel = "ID", description = "Only what happens in this project.")
    private @Nullable UUID project;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description =
                    "Begins behind the event with this sequence (see --json); 0 for the first of all. By default, what happens from now on.")
    private @Nullable Long after;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Api api = api();
        while (true) {
            follow(api);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** To the end of the connection; a server that is gone for good refuses the next one. */
    private void follow(Api api) throws IOException {
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(api.stream(path()), StandardCharsets.UTF_8))) {
            String line = read(events);
            while (!line.isEmpty()) {
                take(line.substring(1));
                line = read(events);
            }
        }
    }

    /** The next line behind a mark; nothing at the end, or where the connection was lost. */
    private static String read(BufferedReader events) {
        try {
            String line = events.readLine();
            return line == null ? "" : ">" + line;
        } catch (IOException lost) {
            return "";
        }
    }

    private void take(String line) {
        if (line.startsWith(ID)) {
            after = Long.valueOf(line.substring(ID.length()).strip());
        } else if (line.startsWith(DATA)) {
            EventView event = Api.JSON.readValue(line.substring(DATA.length()), EventView.class);
            print(
                    event,
                    () -> event.at() + "  "
                            + event.projectId().map(UUID::toString).orElse("all projects") + "  " + event.who() + " "
                            + event.text());
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder(Paths.EVENTS).append("?");
        if (project != null) {
            path.append("project=").append(project).append("&");
        }
        return path.append(after == null ? "" : "after=" + after).toString();
    }
}
