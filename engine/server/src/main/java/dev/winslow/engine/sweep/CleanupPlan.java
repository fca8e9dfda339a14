package dev.winslow.engine.sweep;

import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.StepUsage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What goes when attempts, or people, give up files. A pure function of the rows.
 *
 * @param files rows that lose their bytes
 * @param objects of these rows one for each object that no row names any more
 */
record CleanupPlan(List<Kept> files, List<Kept> objects) {

    /** A file whose bytes are there. */
    record Kept(UUID id, Optional<UUID> attemptId, Optional<String> stepId, long size, String bucket, String key) {}

    /**
     * @param attempts those that give up what they left
     * @param added files that people have added to steps, which go with them
     */
    static CleanupPlan of(List<Kept> all, Collection<UUID> attempts, Set<UUID> added, Set<UUID> needed, String bucket) {
        List<Kept> going = all.stream()
                .filter(file -> added.contains(file.id())
                        || file.attemptId().filter(attempts::contains).isPresent())
                .filter(file -> !needed.contains(file.id()))
                .toList();
        return without(going, all, bucket);
    }

    /** When these files of a project give up their bytes. */
    static CleanupPlan without(List<Kept> going, List<Kept> all, String bucket) {
        Set<UUID> ids = going.stream().map(Kept::id).collect(Collectors.toSet());
        // What lies in the pool is not this project's, and what another row names stays.
        Set<String> settled = all.stream()
                .filter(file -> !ids.contains(file.id()))
                .map(Kept::key)
                .collect(Collectors.toCollection(HashSet::new));
        List<Kept> objects = going.stream()
                .filter(file -> file.bucket().equals(bucket) && settled.add(file.key()))
                .toList();
        return new CleanupPlan(going, objects);
    }

    Set<UUID> attempts() {
        return files.stream().flatMap(file -> file.attemptId().stream()).collect(Collectors.toSet());
    }

    CleanUpReport report(boolean dryRun) {
        Map<String, List<Kept>> bySteps = files.stream()
                .collect(Collectors.groupingBy(file -> file.stepId().orElse(""), TreeMap::new, Collectors.toList()));
        return new CleanUpReport(
                dryRun,
                files.size(),
                bytes(objects),
                bySteps.entrySet().stream()
                        .map(step -> new StepUsage(
                                Optional.of(step.getKey()),
                                step.getValue().stream()
                                        .flatMap(file -> file.attemptId().stream())
                                        .distinct()
                                        .count(),
                                step.getValue().size(),
                                bytes(objects.stream()
                                        .filter(object ->
                                                object.stepId().orElse("").equals(step.getKey()))
                                        .toList())))
                        .toList());
    }

    private static long bytes(List<Kept> objects) {
        return objects.stream().mapToLong(Kept::size).sum();
    }
}
