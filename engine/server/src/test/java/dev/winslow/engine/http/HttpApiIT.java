package dev.winslow.engine.http;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The HTTP API but for runs, on PostgreSQL. */
class HttpApiIT
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
