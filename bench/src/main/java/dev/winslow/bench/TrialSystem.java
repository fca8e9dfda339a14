package dev.winslow.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server and a worker as {@code ./winslow up} starts them, but with a program of the measurement. */
final class TrialSystem implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final Path data;
    private final URI address;
    private final List<Process> processes = new ArrayList<>();

    private TrialSystem(Path data, URI address) {
        this.data = data;
        this.address = address;
    }

    /** Returns when the server answers; the more are settings of the server. */
    static TrialSystem start(Path data, String program, List<String> more) throws IOException, InterruptedException {
        TrialSystem system = new TrialSystem(
                Files.createDirectories(data.toAbsolutePath()), URI.create("http://127.0.0.1:" + freePort()));
        try {
            system.startServer(more);
            system.startWorker(program);
            return system;
        } catch (IOException | InterruptedException | RuntimeException e) {
            system.close();
            throw e;
        }
    }

    ServerCalls calls() throws IOException {
        return new ServerCalls(
                address, Files.readString(data.resolve("cli.token")).strip());
    }

    ProcessMemory serverMemory() {
        return new ProcessMemory(processes.getFirst().pid());
    }

    double serverSeconds() {
        return seconds(processes.getFirst());
    }

    /** Without the stages, which are processes of their own. */
    double workerSeconds() {
        return seconds(processes.getLast());
    }

    private static double seconds(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private void startServer(List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-jar",
                jar("ui", "winslow-ui"),
                "--server.address=127.0.0.1",
                "--server.port=" + address.getPort(),
                "--winslow.data=" + data,
                "--winslow.trial=true"));
        command.addAll(more);
        Process server = run(command, "server.log");
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!ServerCalls.isHealthy(address)) {
            if (!server.isAlive() || System.nanoTime() > limit) {
                throw new IOException("The server does not answer; " + data.resolve("server.log") + " tells why.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void startWorker(String program) throws IOException {
        run(
                List.of(
                        java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar("workers/agent", "winslow-agent"),
                        "--join",
                        address.toString(),
                        "--token-file",
                        data.resolve("enrolment.token").toString(),
                        "--name",
                        "local",
                        "--cores",
                        "8",
                        "--data",
                        data.resolve("worker").toString(),
                        "--program",
                        program),
                "worker.log");
    }

    private Process run(List<String> command, String log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(log).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** The worker first, so that it has somebody to say goodbye to. */
    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(END_LIMIT)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String jar(String module, String name) {
        return Bench.home()
                .resolve(module)
                .resolve("target")
                .resolve(name + "-" + System.getProperty("winslow.version", "0.1.0") + ".jar")
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
