package dev.winslow.faults.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL whose processes are ours. That it acknowledges a commit only when it is written makes it fit to be killed. */
record Postgres(Component component, String url) {
    static final String USER = "postgres";

    /** Unpacks and initialises by the library, and then starts the program itself. */
    static Postgres make(Path folder, boolean root, int port) throws IOException {
        Path data = folder.resolve("database");
        Path program;
        try (var _ = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            program = Path.of("/proc", firstLine(data.resolve("postmaster.pid")), "exe")
                    .toRealPath();
        }
        List<String> command = new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(
                program.toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=on",
                "-c",
                "timezone=UTC"));
        return new Postgres(
                new Component("database", command, Map.of(), folder.resolve("database.log")),
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).getFirst().strip();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url + "?connectTimeout=3&socketTimeout=30", USER, "");
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(3);
        } catch (SQLException away) {
            return false;
        }
    }
}
