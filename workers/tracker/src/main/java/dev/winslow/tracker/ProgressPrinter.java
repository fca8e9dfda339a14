package dev.winslow.tracker;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints how far a stage has come, at most twice a second, in the form that the pipeline's pattern reads. */
public final class ProgressPrinter {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final String subject;
    private final long total;
    private final PrintWriter out;
    private Instant next = Instant.EPOCH;

    public ProgressPrinter(String subject, long total, PrintWriter out) {
        this.subject = subject;
        this.total = Math.max(total, 1);
        this.out = out;
    }

    public void at(long done) {
        Instant now = Instant.now();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(INTERVAL);
        print(Math.min(100.0, 100.0 * done / total));
    }

    public void end() {
        print(100.0);
    }

    private void print(double percent) {
        out.printf(Locale.ROOT, "%s: %.1f %%%n", subject, percent);
        out.flush();
    }
}
