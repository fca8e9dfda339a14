package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real MinIO server. */
class MinioServerIT extends ArtifactStoreContract {
    @TempDir
    private static Path folder = Path.of("");

    private static Optional<MinioServer> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        server = Optional.of(MinioServer.start(folder));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server.isPresent()) {
            server.get().close();
            assertThat(server.get().answers()).isFalse();
        }
    }

    @Override
    StorageSettings settings() {
        return server.orElseThrow().settings();
    }
}
