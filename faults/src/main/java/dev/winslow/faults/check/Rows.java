package dev.winslow.faults.check;

import dev.winslow.faults.work.Shape;
import dev.winslow.faults.work.StartedRun;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the database says, read past the servers, so that a server's mistake cannot hide itself. */
record Rows(Connection connection) {
    private static final String RUNS = "select id, project_id, pipeline_key from run order by started_at";
    private static final String ARTIFACTS = """
            select attempt_id, path, size, sha256, bucket, object_key from artifact where area in ('WORKSPACE', 'OUTPUT')
            """;
    private static final String OPEN_ATTEMPTS = """
            select id, state from attempt where state not in ('SUCCEEDED', 'RELEASED', 'FAILED', 'ABORTED', 'LOST')
            """;
    private static final String LOCKED_JOBS = "select count(*) from act_ru_external_job where lock_owner_ is not null";

    /** A row that promises bytes. */
    record Promised(UUID attempt, String path, long size, String sha256, String bucket, String key) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<StartedRun> runs() throws SQLException {
        return all(
                RUNS,
                row -> new StartedRun(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), Shape.ofKey(row.getString(3))));
    }

    List<Promised> artifacts() throws SQLException {
        return all(
                ARTIFACTS,
                row -> new Promised(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4).strip(),
                        row.getString(5),
                        row.getString(6)));
    }

    /** Attempts in no final state, in words. */
    List<String> openAttempts() throws SQLException {
        return all(OPEN_ATTEMPTS, row -> row.getString(1) + " is " + row.getString(2));
    }

    long lockedJobs() throws SQLException {
        return all(LOCKED_JOBS, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> all(String sql, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
