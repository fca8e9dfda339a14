package dev.winslow.api.run;

import dev.winslow.api.stage.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run with its steps.
 *
 * @param variables its own, secrets masked; of a run that has ended, as they were at its end
 * @param reuse whether its stages take over earlier results where nothing has changed
 * @param warnings of all its attempts
 */
public record RunView(
        UUID id,
        UUID projectId,
        String pipelineKey,
        int pipelineVersion,
        RunState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        boolean paused,
        Optional<String> pauseAfter,
        Map<String, String> variables,
        List<StepView> steps,
        boolean reuse,
        Timing timing,
        int warnings) {}
