package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Lines as an archive keeps them: the log as a file to read, compressed by gzip. Blocks that follow each other in an object are still one gzip
 * file, so that a person can read it without Winslow.
 */
final class LogBlock {
    private LogBlock() {}

    static byte[] compress(List<LogLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            for (LogLine line : lines) {
                writer.append(LogText.sentence(line).replace('\n', ' ').replace('\r', ' '))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<LogLine> decompress(long firstNumber, int count, byte[] bytes) {
        List<LogLine> lines = new ArrayList<>(count);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 13), StandardCharsets.UTF_8))) {
            LineTime time = new LineTime();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(line(firstNumber + lines.size(), text, time));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archived log lines from number " + firstNumber + " are damaged", e);
        }
        if (lines.size() != count) {
            throw new IllegalStateException("Expected %d archived log lines from number %d on, but found %d"
                    .formatted(count, firstNumber, lines.size()));
        }
        return lines;
    }

    private static LogLine line(long number, String text, LineTime lineTime) {
        int time = text.indexOf(' ');
        int stream = text.indexOf(' ', time + 1);
        return new LogLine(
                number,
                lineTime.parse(text.substring(0, time)),
                LogStream.valueOf(text.substring(time + 1, stream)),
                text.substring(stream + 1));
    }
}
