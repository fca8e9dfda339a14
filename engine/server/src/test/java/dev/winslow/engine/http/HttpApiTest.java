package dev.winslow.engine.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The HTTP API on the embedded database. */
class HttpApiTest
        implements BulkContract,
                CleanupContract,
                EventsContract,
                FilesContract,
                HistoryContract,
                LogArchiveContract,
                LogsContract,
                MetricsContract,
                NodesContract,
                NotesContract,
                OutcomesContract,
                PipelinesContract,
                ProblemsContract,
                ProjectsContract,
                RunsContract,
                SteeringContract,
                SweepContract,
                TasksContract,
                TelemetryContract,
                TriggersContract,
                VariablesContract,
                WorkerContract {
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at("jdbc:h2:mem:http;DB_CLOSE_DELAY=-1", "sa", ServerOnADatabase.newFolder());
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
