package dev.winslow.engine.sweep;

import java.util.List;

/**
 * What a sweep came by.
 *
 * @param removed objects that are gone now
 * @param bytes of these
 * @param tooYoung objects that have to be looked at again
 */
record Swept(int removed, long bytes, int tooYoung) {
    static final Swept NOTHING = new Swept(0, 0, 0);

    static Swept sum(List<Swept> parts) {
        return parts.stream().reduce(NOTHING, Swept::plus);
    }

    Swept plus(Swept other) {
        return new Swept(removed + other.removed, bytes + other.bytes, tooYoung + other.tooYoung);
    }
}
