package dev.winslow.agent.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that a process has written to a file so far, and goes on where it stopped. A carriage return ends a line too. */
public final class ConsoleTail implements AutoCloseable {
    private static final int LONGEST_LINE = 16_384;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[65_536];
    private int position;
    private int limit;

    public ConsoleTail(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    /** At most so many complete lines. */
    public List<String> read(int atMost) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < atMost && fill()) {
            byte next = buffer[position++];
            if (next == '\n' || next == '\r' || line.size() == LONGEST_LINE) {
                take(lines);
            }
            if (next != '\n' && next != '\r') {
                line.write(next);
            }
        }
        return lines;
    }

    /** What is left without an end of line, when no more can come. */
    public List<String> rest() {
        List<String> lines = new ArrayList<>();
        take(lines);
        return lines;
    }

    private void take(List<String> lines) {
        if (line.size() > 0) {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer));
            position = 0;
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
