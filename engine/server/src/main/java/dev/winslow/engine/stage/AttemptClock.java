package dev.winslow.engine.stage;

import dev.winslow.engine.settings.WinslowSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The time, and how long a lease lasts from now. */
@Component
class AttemptClock {
    private final InstantSource clock;
    private final WinslowSettings settings;

    AttemptClock(InstantSource clock, WinslowSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Instant now() {
        return clock.instant();
    }

    Duration lease() {
        return settings.leaseDuration();
    }

    Instant leaseEnd() {
        return now().plus(lease());
    }
}
