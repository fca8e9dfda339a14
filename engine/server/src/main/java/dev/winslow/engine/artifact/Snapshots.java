package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.Ids;
import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each completed step of a run left. */
@Repository
public class Snapshots {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Snapshots(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static final String ENTRY = "entry:";

    /** Under which name it is kept what a person chose that a step shall begin with. */
    static String entryOf(String stepId) {
        return ENTRY + stepId;
    }

    static boolean isEntry(String stepId) {
        return stepId.startsWith(ENTRY);
    }

    /** What a step of a run left that is not written yet. */
    record Left(UUID runId, String stepId, List<Artifact> files) {}

    void write(UUID runId, String stepId, List<Artifact> files, Instant now) {
        write(List.of(new Left(runId, stepId, files)), now);
    }

    void write(List<Left> left, Instant now) {
        List<Object[]> snapshots = new ArrayList<>();
        List<Object[]> entries = new ArrayList<>();
        for (Left each : left) {
            UUID id = Ids.next();
            snapshots.add(new Object[] {id, each.runId(), each.stepId(), Columns.time(now)});
            each.files().forEach(file -> entries.add(new Object[] {id, file.id()}));
        }
        batches.batchUpdate("insert into snapshot (id, run_id, step_id, created_at) values (?, ?, ?, ?)", snapshots);
        if (!entries.isEmpty()) {
            batches.batchUpdate("insert into snapshot_entry (snapshot_id, artifact_id) values (?, ?)", entries);
        }
    }

    /** As {@link #newest}, as if nobody had chosen what the step begins with. */
    Map<String, Snapshot> withoutEntry(UUID runId, String stepId) {
        Map<String, Snapshot> newest = new HashMap<>(newest(runId));
        newest.remove(entryOf(stepId));
        return newest;
    }

    /** The newest snapshot of every step of a run that was completed, by step. */
    public Map<String, Snapshot> newest(UUID runId) {
        return byRun(jdbc.sql(NEWEST.formatted("snapshot s where s.run_id = :runId"))
                        .param("runId", runId))
                .getOrDefault(runId, Map.of());
    }

    /** As {@link #newest(UUID)}, of these steps alone, in one query; a run without any is not among them. */
    Map<UUID, Map<String, Snapshot>> newest(Collection<StepOfRun> steps) {
        return steps.isEmpty()
                ? Map.of()
                : byRun(jdbc.sql(NEWEST.formatted(StepOfRun.WANTED
                                + " join snapshot s on s.run_id = wanted.run and s.step_id = wanted.step"))
                        .params(StepOfRun.parameters(steps)));
    }

    private static final String NEWEST = """
            select s.run_id as snapshot_run, s.step_id as snapshot_step, s.sequence as snapshot_sequence, a.*
            from (select s.id, s.run_id, s.step_id, s.sequence, max(s.sequence) over (partition by s.run_id, s.step_id) as newest
                  from %s) s
            left join snapshot_entry e on e.snapshot_id = s.id
            left join artifact a on a.id = e.artifact_id
            where s.sequence = s.newest
            """;

    private static Map<UUID, Map<String, Snapshot>> byRun(JdbcClient.StatementSpec query) {
        record Entry(StepOfRun step, long sequence, Optional<Artifact> file) {}
        Map<UUID, Map<String, Snapshot>> newest = new HashMap<>();
        query
                .query((row, n) -> new Entry(
                        new StepOfRun(Columns.uuid(row, "snapshot_run"), row.getString("snapshot_step")),
                        row.getLong("snapshot_sequence"),
                        row.getString("path") == null
                                ? Optional.empty()
                                : Optional.of(ArtifactRepository.read(row, n))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::step))
                .forEach((step, entries) -> newest.computeIfAbsent(step.runId(), run -> new HashMap<>())
                        .put(
                                step.stepId(),
                                new Snapshot(
                                        step.stepId(),
                                        entries.getFirst().sequence(),
                                        entries.stream()
                                                .flatMap(entry -> entry.file().stream())
                                                .toList())));
        return newest;
    }

    /** The steps of a run that were completed, each with the number of its last completion; numbers grow from completion to completion. */
    public Map<String, Long> lastCompletions(UUID runId) {
        Map<String, Long> completions = new HashMap<>();
        jdbc.sql(
                        "select step_id, max(sequence) from snapshot where run_id = :runId and step_id not like 'entry:%' group by step_id")
                .param("runId", runId)
                .query(row -> {
                    completions.put(row.getString(1), row.getLong(2));
                });
        return Map.copyOf(completions);
    }

    /** What people see of a run: of every path in the area the newest file that a completed step left, unless it was cleaned up. */
    public List<Artifact> files(UUID runId, Area area) {
        List<Artifact> files = newestPerPath(newest(runId).values().stream()
                .filter(snapshot -> !isEntry(snapshot.stepId()))
                .flatMap(snapshot -> snapshot.files().stream())
                .filter(file -> file.area() == area)
                .toList());
        Set<UUID> removed = removed(files);
        return files.stream().filter(file -> !removed.contains(file.id())).toList();
    }

    /** As {@link #files(UUID, Area)} of many runs at once, in one query; a run without any is not among them. */
    Map<UUID, List<Artifact>> files(Collection<UUID> runIds, Area area) {
        record Entry(UUID run, Artifact file) {}
        if (runIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select s.run_id as snapshot_run, a.*
                from (
                  select run_id, step_id, max(sequence) as sequence from snapshot
                  where run_id in (:runs) and step_id not like 'entry:%' group by run_id, step_id
                ) t
                join snapshot s on s.run_id = t.run_id and s.step_id = t.step_id and s.sequence = t.sequence
                join snapshot_entry e on e.snapshot_id = s.id join artifact a on a.id = e.artifact_id
                where a.area = :area and a.removed_at is null
                """)
                .param("runs", runIds)
                .param("area", area.name())
                .query((row, n) -> new Entry(Columns.uuid(row, "snapshot_run"), ArtifactRepository.read(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Entry::run,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Entry::file, Collectors.toList()), Snapshots::newestPerPath)));
    }

    /** Those of these files whose bytes a person has given up. */
    Set<UUID> removed(Collection<Artifact> files) {
        return files.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from artifact where id in (:ids) and removed_at is not null")
                        .param("ids", files.stream().map(Artifact::id).toList())
                        .query((row, n) -> Columns.uuid(row, "id"))
                        .list());
    }

    static List<Artifact> newestPerPath(Collection<Artifact> files) {
        BinaryOperator<Artifact> newest = BinaryOperator.maxBy(Comparator.comparing(Artifact::createdAt));
        return List.copyOf(files.stream()
                .collect(Collectors.toMap(
                        file -> file.area() + "/" + file.path(), Function.identity(), newest, TreeMap::new))
                .values());
    }
}
