package dev.winslow.engine.log;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Archives the logs of attempts that have ended, one after the other, and what an earlier life of a server left. */
@Component
class LogArchiving implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogArchiving.class);

    private final LogArchive archive;
    private final Duration interval;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    LogArchiving(LogArchive archive, @Value("${winslow.log-archive-interval:PT5S}") Duration interval) {
        this.archive = archive;
        this.interval = interval;
    }

    /** All that wait. What fails is tried again when its claim has run out. */
    synchronized void round() {
        boolean more = true;
        while (more) {
            try {
                more = archive.archiveNext();
            } catch (RuntimeException e) {
                log.warn("A log could not be archived; its lines stay in the database until a later round", e);
                more = false;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("log-archiving").start(this::loop);
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(interval);
                round();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
