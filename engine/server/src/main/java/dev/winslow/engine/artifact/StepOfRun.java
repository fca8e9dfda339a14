package dev.winslow.engine.artifact;

import dev.winslow.engine.database.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A step of one run. */
record StepOfRun(UUID runId, String stepId) {
    /** In a query's from: the steps that are asked for, as one parameter each, so that it is one statement however many they are. */
    static final String WANTED = "unnest(cast(:runs as uuid array), cast(:steps as varchar array)) wanted (run, step)";

    static Map<String, Object> parameters(Collection<StepOfRun> steps) {
        List<StepOfRun> asked = List.copyOf(steps);
        return Map.of(
                "runs", Columns.ids(asked.stream().map(StepOfRun::runId).toList()),
                "steps", Columns.texts(asked.stream().map(StepOfRun::stepId).toList()));
    }
}
