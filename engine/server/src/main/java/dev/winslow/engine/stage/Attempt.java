package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.stage.Timing;
import dev.winslow.api.worker.Phases;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An attempt as it is stored. */
public record Attempt(
        UUID id,
        UUID runId,
        String jobId,
        Stage stage,
        AttemptState state,
        Place place,
        Lease lease,
        Effective effective,
        Standing standing,
        Instant assignedAt,
        Optional<End> end,
        Optional<Sameness> sameness) {

    /** The stage, and which try at it this is, counting from 1. */
    record Stage(String id, String name, int number) {}

    /** The node that it was given to (the name outlives the node), and which of its GPUs, by their index there. */
    record Place(Optional<UUID> nodeId, String nodeName, List<Integer> gpus) {}

    /** The right to run it. */
    record Lease(String token, Instant expiresAt, boolean abortRequested) {
        @Override
        public String toString() {
            return "Lease[expiresAt=" + expiresAt + ", abortRequested=" + abortRequested + "]";
        }
    }

    /** How far it has come. */
    record Standing(List<Progress> progress, int warnings) {}

    /** When and why it ended, and what its node says of the time before, which is written and not read here. */
    record End(Instant at, Optional<Integer> exitCode, Optional<String> reason, Optional<Phases> phases) {
        End(Instant at, Optional<Integer> exitCode, Optional<String> reason) {
            this(at, exitCode, reason, Optional.empty());
        }

        Map<String, String> details(AttemptState state) {
            Map<String, String> details = new HashMap<>(Map.of("state", state.name()));
            exitCode.ifPresent(code -> details.put("exitCode", code.toString()));
            reason.ifPresent(text -> details.put("reason", text));
            return details;
        }
    }

    /** Nothing of the stage was saved before it. */
    boolean isFirst() {
        return stage.number() == 1;
    }

    /** What its events say of it. */
    Map<String, String> details() {
        return Map.of(
                "stage", stage.id(), "name", stage.name(), "number", "" + stage.number(), "node", place.nodeName());
    }

    AttemptView view(Timing timing) {
        return new AttemptView(
                id,
                runId,
                stage.id(),
                stage.name(),
                stage.number(),
                state,
                Optional.of(place.nodeName()).filter(name -> !name.isEmpty()),
                Optional.of(assignedAt),
                end.map(End::at),
                end.flatMap(End::exitCode),
                end.flatMap(End::reason),
                standing.progress(),
                standing.warnings(),
                effective.image(),
                effective.arguments(),
                effective.environment(),
                sameness.map(Sameness::reuse),
                timing);
    }
}
