package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winslow.engine.Ids;
import java.io.IOException;
import java.net.ServerSocket;
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

/** What somebody puts into the buckets of a real MinIO server. */
class FoundFilesOnMinioIT implements FoundFilesContract {
    private static final String SECRET = Ids.secret();
    /** The shell's input ends with this JVM, however that ends, and the server with the shell's input. */
    private static final String WATCH = """
            "$@" </dev/null &
            cat >/dev/null
            kill $!
            wait
            """;

    @TempDir
    private static Path objects = Path.of("");

    private static Optional<Process> minio = Optional.empty();
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "No MinIO server: go install github.com/minio/minio@latest");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        WATCH,
                        "minio-of-a-test",
                        program.get().toString(),
                        "server",
                        "--address",
                        address,
                        objects.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MINIO_ROOT_USER", "winslow");
        builder.environment().put("MINIO_ROOT_PASSWORD", SECRET);
        minio = Optional.of(builder.start());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers(port));
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:minio;DB_CLOSE_DELAY=-1",
                "sa",
                ServerOnADatabase.newFolder(),
                "winslow.storage.endpoint=http://" + address,
                "winslow.storage.access-key=winslow",
                "winslow.storage.secret-key=" + SECRET);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (minio.isPresent()) {
            server.close();
            minio.get().getOutputStream().close();
            assertThat(minio.get().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }

    private static boolean answers(int port) {
        try {
            return Caller.fetch(java.net.URI.create("http://127.0.0.1:" + port + "/minio/health/ready"))
                            .status()
                    == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
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
