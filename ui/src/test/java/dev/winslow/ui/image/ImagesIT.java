package dev.winslow.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.ui.Clip;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images, built for real on a base without a registry, and a film on its way through them. */
class ImagesIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String BASE = "winslow-test/base:1";

    @TempDir
    private static Path folder;

    private static ContainerEngine engine;
    private static Path server;
    private static Path worker;
    private static int port;

    @BeforeAll
    static void build() throws Exception {
        engine = ContainerEngine.start(folder);
        engine.importBase(BASE);
        engine.buildImages(HOME, BASE);
        server = ownFolder("server");
        worker = ownFolder("worker");
        port = freePort();
    }

    @AfterAll
    static void end() throws Exception {
        if (engine != null) {
            engine.end();
        }
    }

    @Test
    void takeAFilmThroughStagesWhichGoOnWhileTheWorkerIsReplaced() throws Exception {
        startServer();
        startWorker("before");
        Process run = command(
                "run", "vehicle-tracking", Clip.beginning(folder).toString(), "--reference-points", "suggested");
        try (BufferedReader said = run.inputReader()) {
            until(said, "Detect vehicles", "RUNNING");
            engine.docker("rm", "--force", "before");
            startWorker("after");
            startWorker("beside");

            assertThat(until(said, "Detect vehicles", "SUCCEEDED"))
                    .as("a stage that goes on is not queued again")
                    .noneMatch(line -> line.startsWith("Detect vehicles") && line.contains("QUEUED"));
        } finally {
            run.destroy();
        }
        assertThat(said("node", "list")).contains("box-1", "box-2").doesNotContain("box-3");
    }

    @Test
    void runAsNobodyWithLabelsThatSayWhatTheyAre() throws Exception {
        for (String name : List.of("server:0.1.0", "worker:0.1.0", "tracker:0.1.0", "tracker:1")) {
            String image = "winslow/" + name;
            assertThat(engine.docker("inspect", "--format", "{{.Config.User}}", image))
                    .isEqualTo("10001:10001");
            assertThat(engine.docker("inspect", "--format", "{{json .Config.Labels}}", image))
                    .contains("\"org.opencontainers.image.version\":\"0.1.0\"", "Apache-2.0");
        }
    }

    private static void startServer() throws Exception {
        List<String> options = List.of(
                "--volume",
                server + ":/data",
                "--env",
                "SERVER_PORT=" + port,
                "--env",
                "WINSLOW_LEASE_DURATION=PT2M",
                // As Compose sets it where the operator says nothing.
                "--env",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE=");
        run("server", options, "winslow/server:0.1.0");
        engine.awaitHealth("server");
    }

    private static void startWorker(String name) throws Exception {
        List<String> options = List.of(
                "--volume", server + ":/server:ro",
                "--volume", worker + ":/data",
                "--volume", engine.socket() + ":/var/run/docker.sock",
                "--group-add", Files.getAttribute(engine.socket(), "unix:gid").toString(),
                "--env", "WINSLOW_SERVER=http://127.0.0.1:" + port,
                "--env", "WINSLOW_TOKEN_FILE=/server/enrolment.token",
                "--env", "WINSLOW_HOST_DATA=" + worker,
                "--env", "WINSLOW_NODE=box");
        run(name, options, "winslow/worker:0.1.0");
        engine.awaitHealth(name);
    }

    /** On the host's network, since a Docker without its own rules for packets has no other that leads anywhere. */
    private static void run(String name, List<String> options, String image) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "run",
                "--detach",
                "--name",
                name,
                "--network",
                "host",
                "--read-only",
                "--tmpfs",
                "/tmp:exec",
                "--health-interval",
                "1s"));
        line.addAll(options);
        line.add(image);
        engine.docker(line.toArray(String[]::new));
    }

    private static List<String> until(BufferedReader said, String... words) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (Stream.of(words).allMatch(line::contains)) {
                return lines;
            }
        }
        throw new AssertionError("Never saw " + List.of(words) + " in " + lines);
    }

    private static String said(String... arguments) throws IOException {
        return new String(command(arguments).getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Process command(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                HOME.resolve("engine/cli/target/winslow-cli-0.1.0.jar").toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--server", "http://127.0.0.1:" + port, "--data", server.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static Path ownFolder(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Files.setAttribute(own, "unix:uid", 10001);
        Files.setAttribute(own, "unix:gid", 10001);
        return own;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
