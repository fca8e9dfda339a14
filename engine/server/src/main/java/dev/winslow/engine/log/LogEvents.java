package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events with lines, many in one where many are there. */
final class LogEvents {
    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 1 << 17;

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final List<LogLine> lines = new ArrayList<>();
    private int characters;
    private long total;
    private boolean opened;

    LogEvents(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** The log has so many lines now. */
    void reach(long lines) {
        total = lines;
    }

    boolean add(LogLine line) throws IOException {
        lines.add(line);
        characters += line.text().length();
        if (lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS) {
            flush();
        }
        return true;
    }

    void flush() throws IOException {
        if (!lines.isEmpty()) {
            long next = lines.getLast().number() + 1;
            send("lines", new LogPage(lines.getFirst().number(), List.copyOf(lines), total, false), next);
            lines.clear();
            characters = 0;
        } else if (!opened) {
            signOfLife();
        }
    }

    void end(long next) throws IOException {
        send("end", new LogPage(next, List.of(), total, true), next);
    }

    /** A comment, which readers pass over. */
    void signOfLife() throws IOException {
        write(":\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private void send(String event, LogPage page, long id) throws IOException {
        String head = "event: " + event + "\nid: " + id + "\ndata: ";
        write(head.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(page), new byte[] {'\n', '\n'});
    }

    private void write(byte[]... parts) throws IOException {
        if (!opened) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Some proxies keep an answer back until it is complete unless they are told.
            response.setHeader("X-Accel-Buffering", "no");
            opened = true;
        }
        OutputStream out = response.getOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
    }
}
