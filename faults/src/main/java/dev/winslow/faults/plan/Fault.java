package dev.winslow.faults.plan;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param at from the beginning of its round on
 * @param lasting until it is healed
 */
public record Fault(Duration at, FaultKind kind, Target target, Duration lasting) {
    Duration end() {
        return at.plus(lasting);
    }

    /** By how much a clock is wrong meanwhile: the longer the further, up to many leases. */
    public Duration jump() {
        return lasting.multipliedBy(10);
    }

    @Override
    public String toString() {
        return "%s of %s for %.1f s".formatted(kind.words(), target.word(), lasting.toMillis() / 1000.0);
    }
}
