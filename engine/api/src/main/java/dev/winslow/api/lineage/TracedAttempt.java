package dev.winslow.api.lineage;

import dev.winslow.api.stage.AttemptView;
import java.util.List;
import java.util.UUID;

/**
 * An attempt of a lineage, with what it ran: image, arguments and variables.
 *
 * @param inputs those of the files here that it started from
 * @param outputs those of the files here that it made
 */
public record TracedAttempt(
        AttemptView attempt, String pipelineKey, int pipelineVersion, List<UUID> inputs, List<UUID> outputs) {
    public TracedAttempt {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
