package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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

    @Override
    void awaitTheServer() {
        Awaitility.await().until(() -> {
            try (Stream<Path> files = Files.walk(folder.resolve("objects/" + bucket + "/half"))) {
                return files.anyMatch(Files::isRegularFile);
            } catch (NoSuchFileException notYet) {
                return false;
            }
        });
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
    void startsWithSecretsOfItsOwnWhereAnEarlierStartWasCutShort(@TempDir Path other) throws Exception {
        Files.createFile(other.resolve("storage.properties"));

        try (EmbeddedStorage storage = EmbeddedStorage.start(other, 0)) {
            MinioArtifactStore store = new MinioArtifactStore(storage.settings());
            store.createBucket("project");
            assertThat(store.find("project", "key")).isEmpty();
        }
    }

    @Test
    void saysSoWhenNobodyAnswers(@TempDir Path other) {
        EmbeddedStorage gone = EmbeddedStorage.start(other, 0);
        gone.close();

        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> new MinioArtifactStore(gone.settings()).find("bucket", "key"));
    }

    @Test
    void listensOnEveryAddressAndSignsForThePublicOne(@TempDir Path other) throws Exception {
        int port = freePort();
        URI named = URI.create("http://localhost:" + port);
        EmbeddedSettings open =
                new EmbeddedSettings(other, "0.0.0.0", port, Optional.of(named), List.of("https://pages.example"));
        try (EmbeddedStorage everywhere = EmbeddedStorage.start(open);
                MinioArtifactStore store = new MinioArtifactStore(everywhere.settings())) {
            store.createBucket("bucket");
            store.put("bucket", "a", new byte[] {7}, "text/plain");

            URI url = store.downloadUrl("bucket", "a", Duration.ofMinutes(1), Optional.empty());

            assertThat(url.getAuthority()).isEqualTo("localhost:" + port);
            assertThat(allowedOrigin(url, "https://pages.example")).contains("https://pages.example");
            assertThat(allowedOrigin(url, "https://pagesXexample")).isEmpty();
            assertThat(allowedOrigin(url, "https://pages.example.evil")).isEmpty();
            assertThat(allowedOrigin(url, "https://other.example")).isEmpty();
        }
    }

    @Test
    void asksForThePublicAddressBesideAllAddresses() {
        assertThatThrownBy(() -> new EmbeddedSettings(folder, "0.0.0.0", 0, Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public endpoint");
    }

    private static Optional<String> allowedOrigin(URI url, String origin) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url).header("Origin", origin).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).containsExactly(7);
        return answer.headers().firstValue("Access-Control-Allow-Origin");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
