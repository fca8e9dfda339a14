package dev.winslow.engine.pipeline;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pipeline says of one stage, before any placeholder is resolved.
 *
 * @param reuse whether it may take over an earlier result where nothing has changed
 */
public record StageSpec(
        String id,
        String name,
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements requirements,
        Optional<Duration> timeout,
        Optional<Duration> silence,
        int retries,
        Optional<Duration> backOff,
        Optional<Duration> checkpoint,
        boolean discardable,
        List<String> progressPatterns,
        List<String> failPatterns,
        List<String> warnPatterns,
        List<Output> outputs,
        Optional<Each> each,
        ExitCodes exitCodes,
        boolean reuse) {

    /** The stage runs once for each item of this variable's list; the item is in another. */
    public record Each(String list, String item) {}

    /** A file that the stage is expected to leave, with a label for people; where it is optional nobody is warned that it is not there. */
    public record Output(String path, String label, boolean optional) {}
}
