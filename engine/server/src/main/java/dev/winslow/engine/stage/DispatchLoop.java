package dev.winslow.engine.stage;

import dev.winslow.engine.Changes;
import dev.winslow.engine.database.Leadership;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs rounds of placement: as soon as something changes, and every second in case another server changed it. */
@Component
class DispatchLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);
    private static final String PLACEMENT = "placement";
    private static final long IDLE_SECONDS = 1;

    private final Dispatcher dispatcher;
    private final WaitingReasons reasons;
    private final AssignmentSignals signals;
    private final Leadership leadership;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    DispatchLoop(
            Dispatcher dispatcher,
            WaitingReasons reasons,
            AssignmentSignals signals,
            Leadership leadership,
            Changes changes) {
        this.dispatcher = dispatcher;
        this.reasons = reasons;
        this.signals = signals;
        this.leadership = leadership;
        // Listens for as long as the application lives, as the loop does.
        var _ = changes.subscribeToMoves(project -> wake.release());
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("placement").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
            leadership.resign(PLACEMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                round();
                // Several changes at once need one round only.
                if (wake.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void round() throws InterruptedException {
        try {
            if (!leadership.leads(PLACEMENT)) {
                return;
            }
            Dispatcher.Round round = dispatcher.dispatch();
            reasons.replace(round.waiting());
            round.served().forEach(signals::signal);
        } catch (RuntimeException e) {
            if (!running) {
                return;
            }
            log.error("A round of placement failed; the next one follows in a second", e);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        }
    }
}
