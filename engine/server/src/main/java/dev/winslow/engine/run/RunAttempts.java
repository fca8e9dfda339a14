package dev.winslow.engine.run;

import dev.winslow.api.stage.AttemptView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the runs need to know of attempts; the stages know. */
public interface RunAttempts {
    /** Of one run, in the order in which they were made. */
    List<AttemptView> ofRun(UUID runId);

    /** When the last attempt of each of these runs ended, of those that have one. */
    Map<UUID, Instant> lastEnds(Collection<UUID> runs);

    /** The attempt whose files the stage began with when the run came to it last: the first of those that went on with a person's answer. */
    Optional<UUID> lastBeginning(UUID runId, String stageId);

    /** Asks the nodes to stop what they run of this run, and ends the leases. */
    void abandon(UUID runId, String reason);

    /** As {@link #abandon(UUID, String)}, of what runs at these stages. */
    void abandon(UUID runId, Set<String> stages, String reason);

    /** What was tried at this job so far no longer counts against its retries. */
    void forgive(String jobId);

    /** Why this stage has no node yet, in a sentence. */
    Optional<String> waitingBecause(String jobId);
}
