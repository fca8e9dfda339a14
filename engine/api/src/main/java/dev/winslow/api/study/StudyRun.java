package dev.winslow.api.study;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One combination of a study, with what came of it.
 *
 * @param number counts from 1; the last parameter varies fastest
 * @param duration from the start to the end, or to when a stage failed for which it waits, or to now
 * @param results variables that stages or people have set since its start, without secrets
 * @param files what it has left for people, to be fetched as files of the project
 */
public record StudyRun(
        int number,
        UUID runId,
        Map<String, String> parameters,
        RunState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Duration duration,
        Map<String, String> results,
        List<FileView> files) {
    public StudyRun {
        parameters = Map.copyOf(parameters);
        results = Map.copyOf(results);
        files = List.copyOf(files);
    }
}
