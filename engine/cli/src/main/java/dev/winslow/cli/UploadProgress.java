package dev.winslow.cli;

import dev.winslow.api.artifact.UploadPart;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line that tells how far an upload is, how fast it goes and how long the rest takes; nobody to read it, no line. */
final class UploadProgress {
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);
    private static final Duration LONG_ENOUGH_FOR_A_RATE = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final boolean shown;
    private final InstantSource clock;
    private final Map<Integer, Long> sent = new HashMap<>();
    private String name = "";
    private long size;
    private long there;
    private long begun;
    private long last;

    UploadProgress(PrintWriter out, boolean shown, InstantSource clock) {
        this.out = out;
        this.shown = shown;
        this.clock = clock;
    }

    /** Where a person sits at a terminal. */
    static UploadProgress on(PrintWriter out) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new UploadProgress(out, terminal, InstantSource.system());
    }

    /** @param missing how many of its bytes the storage does not have yet */
    synchronized void begin(String file, long bytes, long missing) {
        name = file;
        size = bytes;
        there = bytes - missing;
        begun = clock.millis();
        sent.clear();
    }

    synchronized void sent(UploadPart part, long bytes) {
        sent.put(part.number(), bytes);
        long now = clock.millis();
        if (now - last >= AT_MOST_EVERY.toMillis()) {
            last = now;
            line(words(now));
        }
    }

    synchronized void again(UploadPart part, int failed) {
        sent.remove(part.number());
        line("Sending " + name + ": part " + part.number() + " failed " + (failed == 1 ? "once" : failed + " times")
                + ", and is sent again");
    }

    /** The next word stands on a line of its own. */
    synchronized void end() {
        line("");
    }

    private String words(long now) {
        long fresh = sent.values().stream().mapToLong(Long::longValue).sum();
        long percent = size == 0 ? 100 : (there + fresh) * 100 / size;
        long millis = now - begun;
        if (millis < LONG_ENOUGH_FOR_A_RATE.toMillis() || fresh == 0) {
            return "Sending %s: %d %%".formatted(name, percent);
        }
        double rate = fresh * 1000.0 / millis;
        long left = Math.round((size - there - fresh) / rate);
        return String.format(
                Locale.ROOT,
                "Sending %s: %d %%, %.1f MB/s, %d:%02d:%02d left",
                name,
                percent,
                rate / 1e6,
                left / 3600,
                left % 3600 / 60,
                left % 60);
    }

    private void line(String words) {
        if (shown) {
            // Back to the beginning of the line, and away with what the last words leave behind.
            out.print("\r" + words + "\u001b[K");
            out.flush();
        }
    }
}
