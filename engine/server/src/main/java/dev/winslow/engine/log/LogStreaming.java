package dev.winslow.engine.log;

import dev.winslow.api.access.Right;
import dev.winslow.engine.access.LastingViewer;
import dev.winslow.engine.access.LastingViewers;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Subject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a log while it grows, to any number of readers. Each reads by number at its own pace on its own thread, so that a slow one holds nothing
 * but the event that it has not taken yet.
 */
@Service
public class LogStreaming {
    private static final Logger log = LoggerFactory.getLogger(LogStreaming.class);
    /** How long a reader that went away may stay unnoticed while no line comes. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final LogReader reader;
    private final LogRepository repository;
    private final LogSignals signals;
    private final JsonMapper json;
    private final LastingViewers viewers;
    private final ProjectAccess access;

    LogStreaming(
            LogReader reader,
            LogRepository repository,
            LogSignals signals,
            JsonMapper json,
            LastingViewers viewers,
            ProjectAccess access) {
        this.reader = reader;
        this.repository = repository;
        this.signals = signals;
        this.json = json;
        this.viewers = viewers;
        this.access = access;
    }

    /** Returns at the end of the log, when the reader has gone or may not see it any more, or when the server stops. A negative number counts from the end. */
    public void send(UUID attemptId, long from, HttpServletResponse response) throws InterruptedException {
        reader.requireKnown(attemptId);
        try (LogSignals.Watch watch = signals.watch(attemptId)) {
            follow(attemptId, repository.head(attemptId).number(from), new LogEvents(response, json), watch);
        } catch (IOException gone) {
            log.debug("A reader of the log of attempt {} has gone", attemptId, gone);
        }
    }

    private void follow(UUID attemptId, long from, LogEvents events, LogSignals.Watch watch)
            throws IOException, InterruptedException {
        long next = from;
        LastingViewer viewer = viewers.current(
                who -> access.of(Subject.ATTEMPT, attemptId, who).includes(Right.SEE));
        while (signals.isRunning() && viewer.mayStill()) {
            LogRepository.Head head = repository.head(attemptId);
            events.reach(head.next());
            reader.<IOException>each(attemptId, next, head.next(), events::add);
            events.flush();
            next = Math.max(next, head.next());
            if (head.ended()) {
                events.end(next);
                return;
            }
            if (!watch.await(next, SIGN_OF_LIFE)) {
                if (!repository.isKnown(attemptId)) {
                    return;
                }
                events.signOfLife();
            }
        }
    }
}
