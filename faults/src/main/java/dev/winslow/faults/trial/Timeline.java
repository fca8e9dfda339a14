package dev.winslow.faults.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What happened when, as it happens, for a person and for a file. */
public final class Timeline implements AutoCloseable {
    private final Instant start = Instant.now();
    private final PrintWriter screen;
    private final PrintWriter file;

    public Timeline(PrintWriter screen, Path file) throws IOException {
        this.screen = screen;
        this.file = new PrintWriter(Files.newBufferedWriter(file), true);
    }

    public synchronized void note(String text) {
        Instant now = Instant.now();
        String line = "%s %7.2f  %s"
                .formatted(
                        now.truncatedTo(ChronoUnit.MILLIS),
                        Duration.between(start, now).toMillis() / 1000.0,
                        text);
        screen.println(line);
        screen.flush();
        file.println(line);
    }

    @Override
    public void close() {
        file.close();
    }
}
