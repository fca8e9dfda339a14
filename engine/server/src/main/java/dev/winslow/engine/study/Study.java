package dev.winslow.engine.study;

import dev.winslow.api.study.ParameterValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A study as it is stored.
 *
 * @param fixed the variables that all its runs were started with, without the values of secrets
 */
record Study(
        UUID id,
        UUID projectId,
        String name,
        List<ParameterValues> parameters,
        Map<String, String> fixed,
        Instant createdAt,
        String createdBy) {

    /** One of its runs, and what varies there. */
    record Member(int number, UUID runId, Map<String, String> parameters) {}
}
