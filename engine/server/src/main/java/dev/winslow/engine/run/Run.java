package dev.winslow.engine.run;

import dev.winslow.api.run.RunState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as it is stored; where it stands the process engine knows.
 *
 * @param reuse whether its stages take over earlier results where nothing has changed
 */
public record Run(
        UUID id,
        UUID projectId,
        Pipeline pipeline,
        Instant startedAt,
        Optional<End> end,
        boolean paused,
        Optional<String> pauseAfter,
        boolean reuse) {

    /** The version of the pipeline that the run started with and keeps. */
    public record Pipeline(String key, int version, String definitionId) {}

    /** When and how it came to its end: SUCCEEDED or ABORTED. */
    public record End(Instant at, RunState state) {}
}
