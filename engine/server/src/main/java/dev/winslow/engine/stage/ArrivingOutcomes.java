package dev.winslow.engine.stage;

import dev.winslow.api.worker.AttemptOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Outcomes that this server has before it and has not written yet. Nothing of their attempts runs any more, so that their nodes have room for others
 * already. Known in memory alone: another server sees the room when they are written. See docs/decisions/0065-room-before-the-outcome-is-written.md.
 */
@Component
class ArrivingOutcomes {
    private final Map<UUID, String> leaseTokens = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The listener is called on the thread that brings outcomes, before they are written: it must be quick. */
    void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Lets placement know of these while the work goes on that writes them. */
    <T> T during(Collection<AttemptOutcome> reports, Supplier<T> work) {
        reports.forEach(
                report -> leaseTokens.put(report.attemptId(), report.outcome().leaseToken()));
        try {
            listeners.forEach(Runnable::run);
            return work.get();
        } finally {
            reports.forEach(report -> leaseTokens.remove(report.attemptId()));
        }
    }

    /** To be taken before the attempts are read that it is asked about, since an outcome is forgotten here as soon as it is written. */
    Look look() {
        return new Look(Map.copyOf(leaseTokens));
    }

    /** Those that were arriving at one moment. */
    static final class Look {
        private final Map<UUID, String> leaseTokens;

        private Look(Map<UUID, String> leaseTokens) {
            this.leaseTokens = leaseTokens;
        }

        /** Those that nobody who holds their lease has reported the end of. */
        List<Attempt> stillRunning(List<Attempt> attempts) {
            return attempts.stream().filter(attempt -> !hasEnded(attempt)).toList();
        }

        private boolean hasEnded(Attempt attempt) {
            return Optional.ofNullable(leaseTokens.get(attempt.id()))
                    .filter(token -> LeaseCheck.of(Optional.of(attempt), token) instanceof LeaseCheck.Held)
                    .isPresent();
        }
    }
}
