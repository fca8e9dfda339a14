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
import java.util.stream.Collectors;

/** Chooses the attempts that give up their files. */
final class CleanupRule {
    private static final Set<AttemptState> WITHOUT_FAULT = EnumSet.of(AttemptState.SUCCEEDED, AttemptState.RELEASED);

    private CleanupRule() {}

    /** An attempt that has ended, and the pipeline with which its run went. */
    record Tried(UUID id, String stageId, AttemptState state, String definitionId) {}

    /** A file that a person has added to a step, which no attempt can begin with any more, and the attempts that began with it. */
    record Added(UUID id, Set<UUID> attempts) {}

    /** What people have added goes with all attempts that began with it; where there are none, with those that are old or failed. */
    static Set<UUID> selectAdded(List<Added> added, CleanUp rule, Set<UUID> attempts) {
        boolean unused = rule.keepLast().isPresent() || rule.failed();
        return added.stream()
                .filter(file -> file.attempts().isEmpty() ? unused : attempts.containsAll(file.attempts()))
                .map(Added::id)
                .collect(Collectors.toUnmodifiableSet());
    }

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
