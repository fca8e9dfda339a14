package dev.winslow.cli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server and a worker on this machine, as processes of their own, for a trial. */
final class LocalSystem implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path home;
    private final Path data;
    private final int port;
    private final Supervised server;
    private final Supervised worker;
    private boolean closed;

    private LocalSystem(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.server = new Supervised("server", serverCommand(), data.resolve("server.log"));
        this.worker = new Supervised("worker", workerCommand(), data.resolve("worker.log"));
    }

    /** Starts both and returns when the server answers. The home is the folder of the built project. */
    static LocalSystem start(Path data, int wishedPort) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("winslow.home", "")).toAbsolutePath();
        Path folder = Files.createDirectories(data.toAbsolutePath());
        LocalSystem system = new LocalSystem(home, folder, freePort(wishedPort));
        try {
            Files.writeString(folder.resolve("programs.properties"), system.programs());
            system.server.start();
            system.awaitServer();
            system.worker.start();
            return system;
        } catch (IOException | RuntimeException | InterruptedException e) {
            system.close();
            throw e;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return data;
    }

    /** Starts again what has died; answers what was started. What was ended on purpose stays so. */
    synchronized List<String> revive() throws IOException {
        if (closed) {
            return List.of();
        }
        return List.of(server, worker).stream()
                .filter(process -> !process.isAlive())
                .map(process -> {
                    try {
                        process.start();
                        return process.name();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        worker.stop();
        server.stop();
    }

    private void awaitServer() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(address().resolve("/actuator/health")).build();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            if (!server.isAlive()) {
                throw new IOException(
                        "The server has ended at its start; " + data.resolve("server.log") + " tells why.");
            }
            if (answers(http, health)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The server does not answer; " + data.resolve("server.log") + " tells why.");
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> serverCommand() {
        return List.of(
                java(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // The process engine keeps times without a zone.
                "-Duser.timezone=UTC",
                "-jar",
                jar("ui", "winslow-ui"),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--winslow.data=" + data,
                "--winslow.trial=true");
    }

    private List<String> workerCommand() {
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar("workers/agent", "winslow-agent"),
                "--join",
                address().toString(),
                "--token-file",
                data.resolve("enrolment.token").toString(),
                "--name",
                "local",
                "--data",
                data.resolve("worker").toString(),
                "--programs",
                data.resolve("programs.properties").toString());
    }

    private String programs() {
        return "winslow/tracker\\:1 = " + java()
                + " -Xmx640m -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -jar "
                + jar("workers/tracker", "winslow-tracker") + "\n";
    }

    private String jar(String module, String name) {
        return home.resolve(module)
                .resolve("target")
                .resolve(name + "-" + System.getProperty("winslow.version", "0.1.0") + ".jar")
                .toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort(int wished) throws IOException {
        for (int port = wished; port < wished + 100; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException e) {
                // Somebody has this port; the next one may be free.
            }
        }
        throw new IOException("No port from " + wished + " on is free: name another with --port.");
    }
}
