package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Lines with numbers in a row, and the compressed bytes in which they are stored: stream, milliseconds, length, text of each. */
record LogChunk(List<LogLine> lines) {
    /** So that even text that cannot be compressed, three bytes a character, stays below the megabyte that H2 takes in a column. */
    private static final int MOST_CHARACTERS = 1 << 18;

    private static final int MOST_LINES = 4000;

    /** Cuts lines with numbers in a row into chunks that can be stored. */
    static List<LogChunk> of(List<LogLine> lines) {
        List<LogChunk> chunks = new ArrayList<>();
        int start = 0;
        int characters = 0;
        for (int i = 0; i < lines.size(); i++) {
            int more = lines.get(i).text().length();
            if (i > start && (i - start == MOST_LINES || characters + more > MOST_CHARACTERS)) {
                chunks.add(new LogChunk(List.copyOf(lines.subList(start, i))));
                start = i;
                characters = 0;
            }
            characters += more;
        }
        if (start < lines.size()) {
            chunks.add(new LogChunk(List.copyOf(lines.subList(start, lines.size()))));
        }
        return chunks;
    }

    /** What stands for a stream in the stored bytes; never to be changed. */
    private static int code(LogStream stream) {
        return switch (stream) {
            case OUT -> 0;
            case ERR -> 1;
            case SYSTEM -> 2;
        };
    }

    private static LogStream stream(int code) {
        return switch (code) {
            case 0 -> LogStream.OUT;
            case 1 -> LogStream.ERR;
            default -> LogStream.SYSTEM;
        };
    }

    long firstNumber() {
        return lines.getFirst().number();
    }

    byte[] compress() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(fast(bytes)))) {
            for (LogLine line : lines) {
                byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
                out.writeByte(code(line.stream()));
                out.writeLong(line.time().toEpochMilli());
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static GZIPOutputStream fast(OutputStream bytes) throws IOException {
        return new GZIPOutputStream(bytes, 1 << 13) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    static List<LogLine> decompress(long firstNumber, int count, byte[] bytes) {
        List<LogLine> lines = new ArrayList<>(count);
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 13)))) {
            for (int i = 0; i < count; i++) {
                LogStream stream = stream(in.readByte());
                Instant time = Instant.ofEpochMilli(in.readLong());
                String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                lines.add(new LogLine(firstNumber + i, time, stream, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stored log lines from number " + firstNumber + " are damaged", e);
        }
        return lines;
    }
}
