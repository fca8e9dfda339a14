package dev.winslow.engine.stage;

import dev.winslow.api.worker.Outcome;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes out of a report what no database holds: stages print and write what they like. */
final class StorableOutcome {
    private StorableOutcome() {}

    static Outcome of(Outcome outcome) {
        return new Outcome(
                outcome.leaseToken(),
                outcome.state(),
                outcome.exitCode(),
                outcome.reason().map(StorableOutcome::clean),
                outcome.files(),
                outcome.variables().entrySet().stream()
                        .collect(Collectors.toMap(
                                variable -> clean(variable.getKey()),
                                variable -> clean(variable.getValue()),
                                (one, other) -> other,
                                TreeMap::new)),
                outcome.imageDigest(),
                outcome.phases());
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
