package dev.winslow.engine.stage;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.variable.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration that an attempt runs with, resolved and kept, so that what happened can be told and repeated.
 *
 * @param origins where each variable of the environment came from
 * @param secrets names of variables that stand in arguments and environment as placeholders still; their values are kept nowhere but at their level
 */
record Effective(
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements resources,
        Optional<Duration> timeout,
        Optional<Duration> silence,
        Optional<Duration> checkpoint,
        List<String> progressPatterns,
        List<String> failPatterns,
        List<String> warnPatterns,
        Map<String, Origin> origins,
        Set<String> secrets,
        ExitCodes exitCodes) {
    Effective {
        // Not known to attempts that began under an earlier version.
        exitCodes = exitCodes == null ? ExitCodes.ZERO : exitCodes;
        checkpoint = checkpoint == null ? Optional.empty() : checkpoint;
    }
}
