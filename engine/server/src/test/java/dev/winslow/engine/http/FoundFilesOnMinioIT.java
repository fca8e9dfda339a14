package dev.winslow.engine.http;

import dev.winslow.minio.MinioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What somebody puts into the buckets of a real MinIO server. */
class FoundFilesOnMinioIT implements FoundFilesContract {
    @TempDir
    private static Path objects = Path.of("");

    private static Optional<MinioServer> minio = Optional.empty();
    private static Optional<ServerOnADatabase> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        MinioServer started = MinioServer.start(objects);
        minio = Optional.of(started);
        server = Optional.of(ServerOnADatabase.at(
                "jdbc:h2:mem:minio;DB_CLOSE_DELAY=-1",
                "sa",
                ServerOnADatabase.newFolder(),
                "winslow.storage.endpoint=" + started.settings().endpoint(),
                "winslow.storage.access-key=" + started.settings().accessKey(),
                "winslow.storage.secret-key=" + started.settings().secretKey()));
    }

    @AfterAll
    static void stop() throws IOException {
        server.ifPresent(ServerOnADatabase::close);
        if (minio.isPresent()) {
            minio.get().close();
        }
    }

    @Override
    public ServerOnADatabase server() {
        return server.orElseThrow();
    }
}
