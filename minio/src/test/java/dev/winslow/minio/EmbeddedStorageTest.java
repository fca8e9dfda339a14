package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStorageTest extends ArtifactStoreContract {
    @TempDir
    private static Path folder = Path.of("");

    private static Optional<EmbeddedStorage> storage = Optional.empty();

    @BeforeAll
    static void start() {
        storage = Optional.of(EmbeddedStorage.start(folder, 0));
    }

    @AfterAll
    static void stop() {
        storage.ifPresent(EmbeddedStorage::close);
    }

    @Override
    StorageSettings settings() {
        return storage.orElseThrow().settings();
    }

    @Test
    void keepsItsAddressAndSecretsOverARestart(@TempDir Path other) throws Exception {
        StorageSettings before;
        try (EmbeddedStorage first = EmbeddedStorage.start(other, 0)) {
            before = first.settings();
        }

        try (EmbeddedStorage second = EmbeddedStorage.start(other, 0)) {
            assertThat(second.settings()).isEqualTo(before);
        }
        assertThat(Files.getPosixFilePermissions(other.resolve("storage.properties")))
                .hasSize(2);
    }

    @Test
    void saysSoWhenNobodyAnswers(@TempDir Path other) {
        EmbeddedStorage gone = EmbeddedStorage.start(other, 0);
        gone.close();

        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> new MinioArtifactStore(gone.settings()).find("bucket", "key"));
    }
}
