package dev.winslow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A whole log as text, checked line by line. */
final class Transcript {
    private Transcript() {}

    /** How many of the printed lines are missing or out of order. */
    static long faults(ServerCalls server, String attempt, long lines) throws IOException, InterruptedException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                server.stream("/api/v1/attempts/" + attempt + "/log.txt"), StandardCharsets.UTF_8))) {
            return faults(text, lines);
        }
    }

    static long faults(BufferedReader text, long lines) throws IOException {
        long expected = 0;
        long faults = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            String[] parts = line.split(" ", 4);
            if (parts.length == 4 && parts[1].equals("OUT")) {
                faults += Long.parseLong(parts[2]) == expected ? 0 : 1;
                expected++;
            }
        }
        return faults + Math.abs(lines - expected);
    }
}
