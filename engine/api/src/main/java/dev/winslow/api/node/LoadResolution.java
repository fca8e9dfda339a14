package dev.winslow.api.node;

import java.time.Duration;

/** How finely a node's load is kept, and for how long. */
public enum LoadResolution {
    SECOND(Duration.ofHours(1), Duration.ofMinutes(5)),
    MINUTE(Duration.ofDays(31), Duration.ofDays(1));

    private final Duration keptFor;
    private final Duration usual;

    LoadResolution(Duration keptFor, Duration usual) {
        this.keptFor = keptFor;
        this.usual = usual;
    }

    public Duration keptFor() {
        return keptFor;
    }

    /** What is answered to whoever does not say how much. */
    public Duration usual() {
        return usual;
    }
}
