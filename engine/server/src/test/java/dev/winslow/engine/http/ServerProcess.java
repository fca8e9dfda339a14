package dev.winslow.engine.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** The whole server in a process of its own: two that begin in one process would share the logging, which no two can set up at once. */
record ServerProcess(Process process, Path data) implements AutoCloseable {
    private static final String PORT = "port";
    private static final String OUTPUT = "output.txt";

    /** Begins a server, and waits for nothing. */
    static ServerProcess begin(String url, String user) throws IOException {
        Path data = ServerOnADatabase.newFolder();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        url,
                        user,
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(OUTPUT).toFile())
                .start();
        return new ServerProcess(process, data);
    }

    /** As a person's program, as soon as the server answers. */
    Caller caller() throws IOException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> Files.exists(data.resolve(PORT)) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended: " + Files.readString(data.resolve(OUTPUT)));
        }
        return new Caller(
                URI.create("http://127.0.0.1:" + Files.readString(data.resolve(PORT))),
                Files.readString(data.resolve("cli.token")).strip());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(data);
    }

    /** What the process does: the address and the user of the database, and the folder for its data. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[2]);
        ServerOnADatabase server = ServerOnADatabase.at(arguments[0], arguments[1], data);
        Path written = Files.writeString(
                data.resolve(PORT + ".new"),
                server.context().getEnvironment().getRequiredProperty("local.server.port"));
        Files.move(written, data.resolve(PORT), StandardCopyOption.ATOMIC_MOVE);
    }
}
