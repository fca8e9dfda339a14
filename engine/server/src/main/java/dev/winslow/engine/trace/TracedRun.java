package dev.winslow.engine.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A run as its trace tells of it.
 *
 * @param jobs the attempts at each passage of a stage, in their order
 */
record TracedRun(
        UUID id,
        UUID projectId,
        Pipeline pipeline,
        Instant startedAt,
        Optional<End> end,
        Map<String, List<TracedAttempt>> jobs) {

    /** @param attempts in their order */
    TracedRun(
            UUID id,
            UUID projectId,
            Pipeline pipeline,
            Instant startedAt,
            Optional<End> end,
            List<TracedAttempt> attempts) {
        this(id, projectId, pipeline, startedAt, end, byJob(attempts));
    }

    private static Map<String, List<TracedAttempt>> byJob(List<TracedAttempt> attempts) {
        return attempts.stream()
                .collect(Collectors.groupingBy(
                        TracedAttempt::jobId, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    Optional<TracedAttempt> attempt(UUID attempt) {
        return jobs.values().stream()
                .flatMap(List::stream)
                .filter(candidate -> candidate.id().equals(attempt))
                .findFirst();
    }

    record Pipeline(String key, int version) {}

    record End(Instant at, String state) {}

    /** Those at the same passage of a stage, in their order. */
    List<TracedAttempt> ofJob(String job) {
        return jobs.getOrDefault(job, List.of());
    }
}
