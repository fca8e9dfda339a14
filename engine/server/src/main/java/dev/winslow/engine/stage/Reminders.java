package dev.winslow.engine.stage;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Wakes the polls of nodes here that another server gave something, or that missed a signal. One look for all of them: a thousand nodes that each
 * look by themselves ask the database more often than all their heartbeats do.
 */
@Component
class Reminders extends RepeatedWork {
    private final AttemptRepository attempts;
    private final AssignmentSignals signals;

    Reminders(AttemptRepository attempts, AssignmentSignals signals) {
        super("reminders", Duration.ofSeconds(1));
        this.attempts = attempts;
        this.signals = signals;
    }

    @Override
    protected void round() {
        signals.remind(attempts.awaitedNodes());
    }
}
