package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real MinIO server. */
class MinioServerIT extends ArtifactStoreContract {
    /** The shell's input ends with this JVM, however that ends, and the server with the shell's input. */
    private static final String WATCH = """
            "$@" </dev/null &
            cat >/dev/null
            kill $!
            wait
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static Optional<Process> server = Optional.empty();
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> binary = binary();
        assumeTrue(binary.isPresent(), "No MinIO server: go install github.com/minio/minio@latest");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        WATCH,
                        "minio-of-a-test",
                        binary.get().toString(),
                        "server",
                        "--address",
                        "127.0.0.1:" + port,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MINIO_ROOT_USER", "winslow");
        builder.environment().put("MINIO_ROOT_PASSWORD", "winslow-secret");
        server = Optional.of(builder.start());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(MinioServerIT::answers);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server.isPresent()) {
            server.get().getOutputStream().close();
            assertThat(server.get().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(answers()).isFalse();
        }
    }

    @Override
    StorageSettings settings() {
        return new StorageSettings(
                URI.create("http://127.0.0.1:" + port), Optional.empty(), "winslow", "winslow-secret", "us-east-1");
    }

    private static boolean answers() throws InterruptedException {
        try {
            URI health = URI.create("http://127.0.0.1:" + port + "/minio/health/ready");
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> binary() {
        Stream<Path> named = Optional.ofNullable(System.getenv("WINSLOW_MINIO")).map(Path::of).stream();
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":")).map(place -> Path.of(place, "minio"));
        Stream<Path> built = Stream.of(Path.of(System.getProperty("user.home"), "go", "bin", "minio"));
        return Stream.of(named, onPath, built)
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
