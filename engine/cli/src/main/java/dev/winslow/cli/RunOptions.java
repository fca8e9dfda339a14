package dev.winslow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run is to go. */
public final class RunOptions {
    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "A variable of the run; may be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--reference-points",
            paramLabel = "FILE|suggested",
            description = "Answers the reference points with this file, or with the suggestion.")
    private @Nullable String referencePoints;

    @Option(names = "--approve", description = "Approves the result.")
    private boolean approve;

    @Option(names = "--out", paramLabel = "DIR", description = "Downloads the results into this folder.")
    private @Nullable Path out;

    /** Everything answered by itself. */
    static RunOptions unattended(Optional<Path> out, Map<String, String> variables) {
        RunOptions options = new RunOptions();
        options.referencePoints = "suggested";
        options.approve = true;
        options.out = out.orElse(null);
        options.variables.putAll(variables);
        return options;
    }

    Map<String, String> variables() {
        return variables;
    }

    Optional<String> referencePoints() {
        return Optional.ofNullable(referencePoints);
    }

    boolean approve() {
        return approve;
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }
}
