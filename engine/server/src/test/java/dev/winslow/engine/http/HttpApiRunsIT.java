package dev.winslow.engine.http;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the HTTP API says of runs and lets nodes do, on PostgreSQL. */
class HttpApiRunsIT
        implements BulkContract,
                CheckpointsContract,
                LogArchiveContract,
                LogsContract,
                MigrationContract,
                NodesContract,
                OutcomesContract,
                PlacementContract,
                ReleaseContract,
                ReuseContract,
                RunsContract,
                SteeringContract,
                StepFilesContract,
                StepFilesRefusedContract,
                StudiesContract,
                TaskCareContract,
                TasksContract,
                TelemetryContract,
                TimingContract,
                TrialsContract,
                VariablesContract,
                WorkerContract {
    private static EmbeddedPostgres postgres;
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        server = ServerOnADatabase.at(
                postgres.getJdbcUrl("postgres", "postgres"), "postgres", ServerOnADatabase.newFolder());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }
}
