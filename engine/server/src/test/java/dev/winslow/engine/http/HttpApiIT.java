package dev.winslow.engine.http;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The HTTP API on PostgreSQL. */
class HttpApiIT
        implements AccessContract,
                AccountsContract,
                ArchivesContract,
                AttentionContract,
                BulkContract,
                CheckpointsContract,
                CleanupContract,
                EventsContract,
                FilesContract,
                FilesPutByHandContract,
                FoundFilesContract,
                GroupsContract,
                HistoryContract,
                LineageContract,
                LogArchiveContract,
                LogsContract,
                LostAccessContract,
                MetricsContract,
                MigrationContract,
                NodesContract,
                NotesContract,
                OutcomesContract,
                PipelinesContract,
                PlacementContract,
                PoolContract,
                ProblemsContract,
                ProjectsContract,
                ReleaseContract,
                ReuseContract,
                RunsContract,
                SearchContract,
                SteeringContract,
                StepFilesContract,
                StepFilesRefusedContract,
                StudiesContract,
                SweepContract,
                TaskCareContract,
                TasksContract,
                TelemetryContract,
                TimingContract,
                TrialsContract,
                TriggersContract,
                FolderTriggersContract,
                UploadRemovalContract,
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
