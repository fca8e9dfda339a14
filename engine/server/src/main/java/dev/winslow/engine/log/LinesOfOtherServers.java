package dev.winslow.engine.log;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks whether another server on this database has taken lines that are watched here: one query for all logs that are. */
@Component
class LinesOfOtherServers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LinesOfOtherServers.class);
    private static final long PACE_MILLIS = 150;

    private final LogRepository repository;
    private final LogSignals signals;
    /** On a thread of its own: other duties of the server take longer than a reader likes to wait. */
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lines-of-other-servers").factory());

    private volatile boolean running;

    LinesOfOtherServers(LogRepository repository, LogSignals signals) {
        this.repository = repository;
        this.signals = signals;
    }

    void look() {
        Set<UUID> watched = signals.watched();
        if (!watched.isEmpty()) {
            repository.heads(watched).forEach((id, head) -> signals.moved(id, head.next(), head.ended()));
        }
    }

    private void lookOn() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("Could not look for log lines that other servers took; trying again", e);
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::lookOn, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
