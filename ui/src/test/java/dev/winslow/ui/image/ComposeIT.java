package dev.winslow.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker Compose itself reads the file. */
class ComposeIT {
    private static final Path FILE = Path.of("..").toAbsolutePath().normalize().resolve("docker-compose.yml");

    @TempDir
    private Path secrets;

    @Test
    void isTakenByCompose() throws Exception {
        Optional<List<String>> compose = compose();
        assumeTrue(compose.isPresent(), "No Docker Compose: apt-get install docker-compose");

        List<String> line = new ArrayList<>(compose.get());
        line.addAll(List.of("--file", FILE.toString(), "config", "--services"));
        ProcessBuilder config = new ProcessBuilder(line).redirectErrorStream(true);
        config.environment().put("WINSLOW_SECRETS", secrets.toString());
        for (String secret : List.of("database-password", "storage-user", "storage-password")) {
            Files.createFile(secrets.resolve(secret));
        }
        Process process = config.start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).contains("database", "storage", "server", "worker");
    }

    /** The plugin of newer Dockers, or the program that Debian has. */
    private static Optional<List<String>> compose() throws InterruptedException {
        for (List<String> candidate : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (runs(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean runs(List<String> program) throws InterruptedException {
        List<String> version = new ArrayList<>(program);
        version.add("version");
        try {
            return new ProcessBuilder(version)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
