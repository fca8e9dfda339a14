package dev.winslow.engine.stage;

import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration that an attempt runs with, resolved and kept, so that what happened can be told and repeated. */
record Effective(
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements resources,
        Optional<Duration> timeout,
        Optional<Duration> silence,
        List<String> progressPatterns,
        List<String> failPatterns,
        List<String> warnPatterns) {}
