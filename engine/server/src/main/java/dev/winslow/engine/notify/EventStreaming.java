package dev.winslow.engine.notify;

import dev.winslow.engine.access.LastingViewer;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to a reader as they happen, on the thread of its request. */
@Component
class EventStreaming {
    private static final Logger log = LoggerFactory.getLogger(EventStreaming.class);
    private static final int AT_ONCE = 200;
    /** How long a reader that went away may stay unnoticed while nothing happens. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final EventFeed feed;
    private final EventTail tail;
    private final EventSight sight;
    private final JsonMapper json;

    EventStreaming(EventFeed feed, EventTail tail, EventSight sight, JsonMapper json) {
        this.feed = feed;
        this.tail = tail;
        this.sight = sight;
        this.json = json;
    }

    /** Who reads, and of which project only. */
    record Reader(Optional<UUID> project, LastingViewer viewer) {}

    /** Returns when the reader has gone or may not sign in any more, or the server stops. Without a place to begin at, only what happens from now on is sent. */
    void send(Reader reader, Optional<Long> after, HttpServletResponse response) throws InterruptedException {
        long position = after.orElseGet(feed::newest);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        // Proxies that collect answers would keep events back.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            follow(reader, position, response);
        } catch (IOException gone) {
            log.debug("A reader of events has gone", gone);
        }
    }

    private void follow(Reader reader, long after, HttpServletResponse response)
            throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        long position = after;
        say(out, ": events after " + position);
        Optional<Viewer> viewer = reader.viewer().now();
        while (tail.isRunning() && viewer.isPresent()) {
            long newest = feed.newest();
            List<EventFeed.Entry> entries = feed.after(position, AT_ONCE);
            List<EventFeed.Entry> wanted = entries.stream()
                    .filter(entry -> concerns(reader.project(), entry.event()))
                    .toList();
            for (EventFeed.Entry entry : sight.visible(wanted, viewer.orElseThrow())) {
                say(out, frame(entry));
            }
            // Events that had the newest numbers may be gone with their project.
            position = entries.isEmpty()
                    ? Math.max(position, newest)
                    : entries.getLast().sequence();
            if (entries.isEmpty() && !tail.await(position, SIGN_OF_LIFE)) {
                // The place in the sequence also moves on for a reader of a project in which nothing happens.
                say(out, "id: " + position + "\n: still here");
            }
            viewer = reader.viewer().now();
        }
    }

    /** What administrators do is not for all. */
    private static boolean concerns(Optional<UUID> project, Event event) {
        return !event.kind().administrative() && (project.isEmpty() || project.equals(event.projectId()));
    }

    private String frame(EventFeed.Entry entry) {
        return "id: " + entry.sequence() + "\nevent: " + entry.event().kind() + "\ndata: "
                + json.writeValueAsString(entry.event().view());
    }

    private static void say(OutputStream out, String frame) throws IOException {
        out.write((frame + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
