package dev.winslow.engine.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The HTTP API but for runs, on the embedded database. */
class HttpApiTest
        implements AccessContract,
                AccountsContract,
                ArchivesContract,
                AttentionContract,
                CleanupContract,
                EventsContract,
                FilesContract,
                FilesPutByHandContract,
                FoundFilesContract,
                GroupsContract,
                HistoryContract,
                LineageContract,
                LostAccessContract,
                MetricsContract,
                NotesContract,
                PipelinesContract,
                PoolContract,
                ProblemsContract,
                ProjectsContract,
                SearchContract,
                SweepContract,
                TriggersContract,
                FolderTriggersContract,
                UploadRemovalContract {
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
