package dev.winslow.engine.sweep;

import dev.winslow.api.project.CleanUp;
import dev.winslow.api.stage.AttemptState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Chooses the attempts that give up their files. */
final class CleanupRule {
    private static final Set<AttemptState> WITHOUT_FAULT = EnumSet.of(AttemptState.SUCCEEDED, AttemptState.RELEASED);

    private CleanupRule() {}

    /** An attempt that has ended, and the pipeline with which its run went. */
    record Tried(UUID id, String stageId, AttemptState state, String definitionId) {}

    /** The attempts with the last first; of those at a stage some are kept, and one that failed counts among them too. */
    static Set<UUID> select(List<Tried> lastFirst, CleanUp rule, Predicate<Tried> atDiscardableStage) {
        Map<String, Integer> seen = new HashMap<>();
        Set<UUID> selected = new HashSet<>();
        for (Tried attempt : lastFirst) {
            int place = seen.merge(attempt.stageId(), 1, Integer::sum);
            boolean old = rule.keepLast().filter(last -> place > last).isPresent();
            boolean failed = rule.failed() && !WITHOUT_FAULT.contains(attempt.state());
            if (old || failed || (rule.discardable() && atDiscardableStage.test(attempt))) {
                selected.add(attempt.id());
            }
        }
        return selected;
    }
}
