package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A log as a file to read: time, stream and text of each line, in UTF-8. */
@Component
public class LogText {
    public static final String CONTENT_TYPE = "text/plain;charset=UTF-8";

    private final LogReader reader;
    private final LogRepository repository;

    LogText(LogReader reader, LogRepository repository) {
        this.reader = reader;
        this.repository = repository;
    }

    /** Writes all lines that there are now. Refuses an unknown attempt before it opens the stream. */
    public void write(UUID attemptId, Target target) throws IOException {
        reader.requireKnown(attemptId);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target.open(), StandardCharsets.UTF_8));
        reader.<IOException>each(attemptId, 0, repository.head(attemptId).next(), line -> {
            writer.append(sentence(line)).append('\n');
            return true;
        });
        writer.flush();
    }

    /** Where the text goes. */
    public interface Target {
        OutputStream open() throws IOException;
    }

    static String sentence(LogLine line) {
        return line.time() + " " + line.stream() + " " + line.text();
    }
}
