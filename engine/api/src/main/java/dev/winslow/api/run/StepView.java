package dev.winslow.api.run;

import dev.winslow.api.stage.AttemptView;
import java.util.Optional;
import java.util.UUID;

/**
 * A stage or user task of a run, in the order of the pipeline.
 *
 * @param id the BPMN element's id
 * @param userTask whether a person does it
 * @param openTask the user task that waits there now
 * @param waitingBecause why a queued stage has no node yet, in a sentence
 */
public record StepView(
        String id,
        String name,
        boolean userTask,
        StepState state,
        Optional<AttemptView> latestAttempt,
        Optional<UUID> openTask,
        Optional<String> waitingBecause) {}
