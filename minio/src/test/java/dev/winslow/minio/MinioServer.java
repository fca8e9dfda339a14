package dev.winslow.minio;

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
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real MinIO server of a test class's own. */
public final class MinioServer implements AutoCloseable {
    /** The shell's input ends with this JVM, however that ends, and the server with the shell's input. */
    private static final String WATCH = """
            "$@" </dev/null &
            cat >/dev/null
            kill $!
            wait
            """;

    private final Process process;
    private final StorageSettings settings;

    private MinioServer(Process process, StorageSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Returns when it answers. Skips the tests, and says how to get one, where there is none. */
    public static MinioServer start(Path folder) throws IOException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "No MinIO server: go install github.com/minio/minio@latest");
        String address = "127.0.0.1:" + freePort();
        StorageSettings settings = new StorageSettings(
                URI.create("http://" + address),
                Optional.empty(),
                "winslow",
                UUID.randomUUID().toString(),
                "us-east-1");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        WATCH,
                        "minio-of-a-test",
                        program.get().toString(),
                        "server",
                        "--address",
                        address,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MINIO_ROOT_USER", settings.accessKey());
        builder.environment().put("MINIO_ROOT_PASSWORD", settings.secretKey());
        MinioServer server = new MinioServer(builder.start(), settings);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(server::answers);
        return server;
    }

    public StorageSettings settings() {
        return settings;
    }

    boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(settings.endpoint().resolve("/minio/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> program() {
        Stream<Path> named = Optional.ofNullable(System.getenv("WINSLOW_MINIO")).map(Path::of).stream();
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(":", -1)).map(place -> Path.of(place, "minio"));
        Stream<Path> built = Stream.of(Path.of(System.getProperty("user.home"), "go", "bin", "minio"));
        return Stream.of(named, onPath, built)
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
