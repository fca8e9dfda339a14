package dev.winslow.engine.run;

import java.util.Optional;
import java.util.UUID;

/** What the next attempt at a job would go on from; the stages know. */
public interface Continuations {
    /** The attempt that gave its node back, with whose files the next one begins. */
    Optional<UUID> released(String jobId);

    /** The next attempt begins anew: what was saved does not fit its files any more. In the caller's transaction. */
    void dropCheckpoint(String jobId);
}
