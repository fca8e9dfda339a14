package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A log as the server sends it while it grows. After a lost connection it goes on behind the last line. */
final class LogStreaming {
    private static final String DATA = "data:";
    private static final String EVENT = "event:";

    private static final long PAUSE_MILLIS = 200;

    private final Api api;
    private final String attempt;
    private final Consumer<List<LogLine>> printer;
    private long next;

    LogStreaming(Api api, String attempt, Consumer<List<LogLine>> printer) {
        this.api = api;
        this.attempt = attempt;
        this.printer = printer;
    }

    void untilEnd() throws InterruptedException {
        while (!connectUntilEnd()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** False where the connection ended before the log did; a server that is gone for good refuses the next one. */
    private boolean connectUntilEnd() {
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                api.stream(Paths.ATTEMPTS + "/" + attempt + "/log/stream?from=" + next), StandardCharsets.UTF_8))) {
            return readUntilEnd(events);
        } catch (IOException lost) {
            return false;
        }
    }

    private boolean readUntilEnd(BufferedReader events) throws IOException {
        String event = "";
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                LogPage page = Api.JSON.readValue(line.substring(DATA.length()), LogPage.class);
                if (event.equals("end")) {
                    return true;
                }
                printer.accept(page.lines());
                next = page.from() + page.lines().size();
            }
        }
        return false;
    }
}
