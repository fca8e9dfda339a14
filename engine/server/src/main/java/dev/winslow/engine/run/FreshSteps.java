package dev.winslow.engine.run;

import dev.winslow.engine.pipeline.PipelineSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds the stages that begin where a person sends a run to: the stage itself, or those directly behind a gateway. A pure function. */
final class FreshSteps {
    private FreshSteps() {}

    static Set<String> of(PipelineSpec pipeline, String target) {
        Set<String> fresh = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(target));
        while (!open.isEmpty()) {
            String element = open.pop();
            if (pipeline.stage(element).isPresent()) {
                fresh.add(element);
            } else if (pipeline.task(element).isEmpty() && seen.add(element)) {
                pipeline.flow().before().forEach((next, before) -> {
                    if (before.contains(element)) {
                        open.push(next);
                    }
                });
            }
        }
        return fresh;
    }
}
