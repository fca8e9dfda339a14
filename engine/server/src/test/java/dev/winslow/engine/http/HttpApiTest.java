package dev.winslow.engine.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The HTTP API on the embedded database. */
class HttpApiTest
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
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:http;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024", "sa", ServerOnADatabase.newFolder());
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
