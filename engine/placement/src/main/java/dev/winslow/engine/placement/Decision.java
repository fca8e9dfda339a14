package dev.winslow.engine.placement;

import java.util.UUID;

/** What becomes of a queued stage in a round of placement. */
public sealed interface Decision {
    String jobId();

    record Placed(String jobId, UUID nodeId) implements Decision {}

    /** It waits on. */
    record Waiting(String jobId, Reason why) implements Decision {}
}
