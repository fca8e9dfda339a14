package dev.winslow.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does a round again and again on a thread of its own, so that one that waits for others (a storage, a receiver of messages) does not hold up
 * what the server does by the clock.
 */
public abstract class RepeatedWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);
    private static final long LONGEST_STOP_MILLIS = 5_000;

    private final String name;
    private final Duration before;
    private final Duration rest;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /** Begins at once. */
    protected RepeatedWork(String name, Duration rest) {
        this(name, Duration.ZERO, rest);
    }

    /** @param before how long the first round waits */
    protected RepeatedWork(String name, Duration before, Duration rest) {
        this.name = name;
        this.before = before;
        this.rest = rest;
    }

    /** Once through all that is to be done now. What it throws is logged, and the next round comes after the rest. */
    protected abstract void round() throws InterruptedException;

    /** Called when the last round has ended. */
    protected void ended() throws InterruptedException {}

    /** Does the next round now. */
    protected final void wake() {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP_MILLIS);
            ended();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void loop() {
        try {
            pause(before);
            while (running) {
                attempt();
                pause(rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Several calls to wake need one round only. */
    private void pause(Duration atMost) throws InterruptedException {
        if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            round();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable e) {
            // An Error as well: without its thread the work would end for good, and nobody would notice.
            if (running) {
                log.error("A round of {} failed; the next one follows in {}", name, rest, e);
                Thread.sleep(rest);
            }
        }
    }
}
