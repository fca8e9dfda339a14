package dev.winslow.engine.run;

import dev.winslow.engine.pipeline.Flow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which completed steps of a run belong to its present round. Where a run has gone back, what lies behind that point was completed in an
 * earlier round and is still to come in this one. A pure function of the flow, of where the run stands, and of the order of completions.
 */
final class Rounds {
    private final Map<String, List<String>> before;
    private final Map<String, Integer> rank;

    private Rounds(Flow flow) {
        this.before = flow.before();
        this.rank = ranks(flow.order());
    }

    /** @param completed the steps that were completed, each with a number that grows from completion to completion */
    static Set<String> completedInThisRound(Flow flow, Collection<String> positions, Map<String, Long> completed) {
        Rounds rounds = new Rounds(flow);
        return completed.entrySet().stream()
                .filter(step -> !positions.contains(step.getKey()))
                .filter(step -> rounds.ahead(step.getKey()).stream()
                        .noneMatch(earlier ->
                                positions.contains(earlier) || completed.getOrDefault(earlier, -1L) > step.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All elements from which the flow leads to this one without going back. */
    private Set<String> ahead(String step) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            String element = open.pop();
            before.getOrDefault(element, List.of()).stream()
                    .filter(previous -> rankOf(previous) < rankOf(element))
                    .filter(found::add)
                    .forEach(open::push);
        }
        return found;
    }

    private int rankOf(String element) {
        return rank.getOrDefault(element, Integer.MAX_VALUE);
    }

    private static Map<String, Integer> ranks(List<String> order) {
        Map<String, Integer> ranks = new HashMap<>();
        order.forEach(element -> ranks.put(element, ranks.size()));
        return Map.copyOf(ranks);
    }
}
