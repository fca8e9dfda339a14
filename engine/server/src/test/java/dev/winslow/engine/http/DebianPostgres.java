package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's packages, which have the programs for dumps, too. It does not run as root, so another user runs it. */
final class DebianPostgres {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private DebianPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static DebianPostgres start() throws IOException, InterruptedException {
        Optional<Path> programs = newest();
        Path folder = Files.createTempDirectory("winslow-postgres");
        boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
        assumeTrue(root && programs.isPresent(), "No PostgreSQL with its tools: apt-get install postgresql (for root)");
        DebianPostgres postgres = new DebianPostgres(programs.orElseThrow(), folder, freePort());
        postgres.run("root", "chown", "postgres", folder.toString());
        postgres.run("postgres", postgres.program("initdb"), "--auth=trust", "--pgdata=" + folder.resolve("data"));
        postgres.run(
                "postgres",
                postgres.program("pg_ctl"),
                "--pgdata=" + folder.resolve("data"),
                "--log=" + folder.resolve("log"),
                "--options=-p " + postgres.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "--wait",
                "start");
        return postgres;
    }

    String create(String database) throws IOException, InterruptedException {
        run("postgres", program("createdb"), "--host=127.0.0.1", "--port=" + port, database);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Path dump(String database) throws IOException, InterruptedException {
        Path dump = folder.resolve(database + ".dump");
        run(
                "postgres",
                program("pg_dump"),
                "--host=127.0.0.1",
                "--port=" + port,
                "--format=custom",
                "--file=" + dump,
                database);
        return dump;
    }

    void restore(Path dump, String database) throws IOException, InterruptedException {
        run(
                "postgres",
                program("pg_restore"),
                "--host=127.0.0.1",
                "--port=" + port,
                "--clean",
                "--if-exists",
                "--dbname=" + database,
                dump.toString());
    }

    void end() throws IOException, InterruptedException {
        run("postgres", program("pg_ctl"), "--pgdata=" + folder.resolve("data"), "--mode=immediate", "stop");
        run("root", "rm", "-rf", folder.toString());
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private void run(String user, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--clear-groups"));
        line.addAll(List.of(command));
        Path said = Files.createTempFile("said", "");
        int code = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        assertThat(code).as("%s: %s", line, words).isZero();
    }

    private static Optional<Path> newest() throws IOException {
        if (Files.notExists(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
