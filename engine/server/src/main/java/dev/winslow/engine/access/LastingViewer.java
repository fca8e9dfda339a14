package dev.winslow.engine.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Whoever a long answer goes to. Every few seconds it is looked up again who that is and what they may do; who may no more gets no more. */
public final class LastingViewer {
    static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Supplier<Optional<Viewer>> look;
    private final Predicate<Viewer> may;
    private final InstantSource clock;
    private Optional<Viewer> known;
    private Instant lookedAt;

    /** @param first who it is now, of whom it is known already that they may */
    LastingViewer(Viewer first, Supplier<Optional<Viewer>> look, Predicate<Viewer> may, InstantSource clock) {
        this.known = Optional.of(first);
        this.look = look;
        this.may = may;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** Empty from when they may no more. */
    public Optional<Viewer> now() {
        Instant now = clock.instant();
        // A clock that was set back is no reason to trust what was known.
        if (now.isBefore(lookedAt) || !now.isBefore(lookedAt.plus(GOOD_FOR))) {
            known = known.flatMap(before -> look.get()).filter(may);
            lookedAt = now;
        }
        return known;
    }

    public boolean mayStill() {
        return now().isPresent();
    }
}
