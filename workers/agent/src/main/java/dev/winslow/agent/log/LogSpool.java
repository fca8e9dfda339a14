package dev.winslow.agent.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The numbered lines of an attempt on disk, from which they are sent. Each says how far its stream was read with it, so
 * that a worker that was killed goes on at the very next byte under the very next number.
 */
public final class LogSpool implements AutoCloseable {
    private static final int STRIDE = 500;

    private final Path path;
    /** Many a stage says nothing: opened with the first line. */
    private Optional<RandomAccessFile> opened = Optional.empty();

    private final Map<LogStream, Long> positions = new EnumMap<>(LogStream.class);
    /** Where every {@value #STRIDE}th line starts. */
    private final List<Long> index = new ArrayList<>();

    private long count;
    private long length;

    /** Opens the spool; what it holds already is shown to {@code seen}. */
    public LogSpool(Path path, Consumer<LogLine> seen) throws IOException {
        this.path = path;
        if (Files.notExists(path)) {
            return;
        }
        RandomAccessFile file = file();
        Lines lines = new Lines(file, 0);
        for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
            SpooledLine known = SpooledLine.read(line, count);
            note(known, line.length);
            seen.accept(known.line());
        }
        // A half-written last line is read from its stream again.
        file.setLength(length);
    }

    private RandomAccessFile file() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(new RandomAccessFile(path.toFile(), "rw"));
        }
        return opened.get();
    }

    public synchronized long count() {
        return count;
    }

    /** Up to where the stream was read into the spool. */
    synchronized long position(LogStream stream) {
        return positions.getOrDefault(stream, 0L);
    }

    synchronized List<LogLine> append(List<StreamTail.Found> found, Instant time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<SpooledLine> lines = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (StreamTail.Found each : found) {
            SpooledLine line =
                    new SpooledLine(new LogLine(count + lines.size(), time, each.stream(), each.text()), each.next());
            byte[] spooled = line.bytes();
            bytes.writeBytes(spooled);
            lines.add(line);
            sizes.add(spooled.length);
        }
        RandomAccessFile file = file();
        try {
            file.seek(length);
            file.write(bytes.toByteArray());
        } catch (IOException failed) {
            // What could not be written as a whole is not there at all.
            file.setLength(length);
            throw failed;
        }
        for (int i = 0; i < lines.size(); i++) {
            note(lines.get(i), sizes.get(i));
        }
        return lines.stream().map(SpooledLine::line).toList();
    }

    /** Lines from a number on: at most so many, and no more once they have so many characters. */
    public synchronized List<LogLine> read(long from, int mostLines, int mostCharacters) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        if (from >= count) {
            return lines;
        }
        int characters = 0;
        long number = from - from % STRIDE;
        Lines reader = new Lines(file(), index.get((int) (from / STRIDE)));
        for (byte[] line = reader.next();
                line.length > 0 && lines.size() < mostLines && characters < mostCharacters;
                line = reader.next()) {
            if (number >= from) {
                LogLine each = SpooledLine.read(line, number).line();
                lines.add(each);
                characters += each.text().length();
            }
            number++;
        }
        return lines;
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }

    private void note(SpooledLine known, int bytes) {
        if (count % STRIDE == 0) {
            index.add(length);
        }
        positions.put(known.line().stream(), known.next());
        count++;
        length += bytes;
    }

    /** Whole lines with their ends, one after the other; empty at the end. */
    private static final class Lines {
        private final RandomAccessFile file;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private byte[] buffer = new byte[0];
        private int at;

        Lines(RandomAccessFile file, long from) throws IOException {
            this.file = file;
            file.seek(from);
        }

        byte[] next() throws IOException {
            line.reset();
            while (at < buffer.length || fill()) {
                int end = at;
                while (end < buffer.length && buffer[end] != '\n') {
                    end++;
                }
                boolean whole = end < buffer.length;
                int next = whole ? end + 1 : end;
                line.write(buffer, at, next - at);
                at = next;
                if (whole) {
                    return line.toByteArray();
                }
            }
            return new byte[0];
        }

        private boolean fill() throws IOException {
            byte[] fresh = new byte[1 << 16];
            int read = file.read(fresh);
            buffer = read <= 0 ? new byte[0] : java.util.Arrays.copyOf(fresh, read);
            at = 0;
            return read > 0;
        }
    }
}
