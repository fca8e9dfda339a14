package dev.winslow.engine.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the HTTP API says of runs and lets nodes do, on the embedded database. */
class HttpApiRunsTest
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
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:http-runs;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024", "sa", ServerOnADatabase.newFolder());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }
}
