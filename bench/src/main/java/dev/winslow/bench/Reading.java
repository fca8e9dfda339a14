package dev.winslow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** Reads a log while it grows: how long each line took from its print, and whether any is missing or out of place. */
record Reading(ServerCalls server, String attempt) implements Callable<Reading.Seen> {

    /**
     * What came.
     *
     * @param delaysMicros of each line, in order of size
     * @param faults lines that came twice, too late or not at all
     */
    record Seen(long[] delaysMicros, long faults) {
        double percentileMillis(double share) {
            return delaysMicros.length == 0
                    ? Double.NaN
                    : delaysMicros[(int) Math.ceil(share * (delaysMicros.length - 1))] / 1000.0;
        }

        long lines() {
            return delaysMicros.length;
        }
    }

    @Override
    public Seen call() throws IOException, InterruptedException {
        Lines lines = new Lines();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                server.stream("/api/v1/attempts/" + attempt + "/log/stream"), StandardCharsets.UTF_8))) {
            for (String event = events.readLine(); event != null; event = events.readLine()) {
                if (event.startsWith("data:")) {
                    long now = LinePrinter.micros();
                    ServerCalls.JSON
                            .readTree(event.substring("data:".length()))
                            .path("lines")
                            .forEach(line -> lines.see(line, now));
                }
            }
        }
        return lines.seen();
    }

    /** Those that the stage printed, apart from what Winslow says itself. */
    private static final class Lines {
        private long[] delays = new long[1024];
        private int count;
        private long faults;

        void see(JsonNode line, long now) {
            if (!line.path("stream").asString().equals("OUT")) {
                return;
            }
            String[] parts = line.path("text").asString().split(" ", 3);
            if (Long.parseLong(parts[0]) != count) {
                faults++;
            }
            if (count == delays.length) {
                delays = Arrays.copyOf(delays, count * 2);
            }
            delays[count++] = now - Long.parseLong(parts[1]);
        }

        Seen seen() {
            long[] sorted = Arrays.copyOf(delays, count);
            Arrays.sort(sorted);
            return new Seen(sorted, faults);
        }
    }
}
