package dev.winslow.agent.log;

import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the lines that were appended to a file. A carriage return ends a line as well, so each state of a progress bar is
 * one. A line that is too long is cut into several, each with a note, so that nothing is lost; never within a secret, of which neither half would be
 * known for one.
 */
final class StreamTail {
    private static final int WINDOW = 1 << 18;
    static final int LONGEST = 1 << 14;
    static final String CUT = " [cut: the line goes on below]";

    private final LogStream stream;
    private final Path file;
    private final SecretMask secrets;
    private long position;

    StreamTail(LogStream stream, Path file, SecretMask secrets, long position) {
        this.stream = stream;
        this.file = file;
        this.secrets = secrets;
        this.position = position;
    }

    /** A line, and where the next one starts in the file. */
    record Found(LogStream stream, String text, long next) {}

    /** @param ended nothing will be appended any more, so a last line without an end counts */
    List<Found> read(boolean ended) throws IOException {
        byte[] bytes = window();
        List<Found> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean last = i + 1 == bytes.length;
            if (bytes[i] == '\n') {
                start = add(lines, bytes, start, i, i + 1);
            } else if (bytes[i] == '\r' && (!last || ended)) {
                // Windows' line ends are one end, not two.
                int next = !last && bytes[i + 1] == '\n' ? i + 2 : i + 1;
                start = add(lines, bytes, start, i, next);
                i = next - 1;
            } else if (i - start >= LONGEST && (startsCharacter(bytes[i]) || i - start >= LONGEST + 3)) {
                if (!ended && unsure(bytes, i)) {
                    break;
                }
                int cut = secrets.cut(bytes, start, i, Math.min(i + secrets.longest(), bytes.length));
                start = add(lines, bytes, start, cut, CUT, cut);
            }
        }
        if (ended && start < bytes.length && bytes.length < WINDOW) {
            start = add(lines, bytes, start, bytes.length, bytes.length);
        }
        position += start;
        return lines;
    }

    /** Whether what is still to be written could show that a secret lies here. */
    private boolean unsure(byte[] bytes, int here) {
        boolean lineGoesOn = IntStream.range(here, bytes.length).noneMatch(i -> bytes[i] == '\n' || bytes[i] == '\r');
        return lineGoesOn && bytes.length < WINDOW && here + secrets.longest() > bytes.length;
    }

    /** Whether UTF-8 can be cut before this byte. */
    private static boolean startsCharacter(byte each) {
        return (each & 0xC0) != 0x80;
    }

    private int add(List<Found> lines, byte[] bytes, int start, int end, int next) {
        return add(lines, bytes, start, end, "", next);
    }

    /** What is no UTF-8 becomes the sign for that, and zeros become theirs: not every database takes them. */
    private int add(List<Found> lines, byte[] bytes, int start, int end, String note, int next) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8).replace('\0', '\u2400');
        lines.add(new Found(stream, text + note, position + next));
        return next;
    }

    private byte[] window() throws IOException {
        if (Files.notExists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.clamp(reader.length() - position, 0, WINDOW)];
            reader.seek(position);
            reader.readFully(bytes);
            return bytes;
        }
    }
}
