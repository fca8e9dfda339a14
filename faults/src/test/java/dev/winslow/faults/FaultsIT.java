package dev.winslow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred faults, as {@code ./winslow faults} makes them; a longer soak is for the command line. */
class FaultsIT {
    private static final int MINUTES = 20;

    @TempDir
    private Path folder;

    @Test
    void loseNothing() throws Exception {
        Path said = folder.resolve("said.txt");
        Process faults = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dwinslow.home=" + System.getProperty("winslow.home"),
                        "-Dwinslow.version=" + System.getProperty("winslow.version"),
                        "-jar",
                        Path.of("target", "winslow-faults-" + System.getProperty("winslow.version") + ".jar")
                                .toString(),
                        "--seed",
                        "1",
                        "--count",
                        "200")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        boolean ended = faults.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            faults.destroy();
        }

        List<String> lines = Files.readAllLines(said);
        lines.stream().filter(FaultsIT::isSummary).forEach(System.out::println);
        assertThat(lines.stream().filter(line -> line.contains("BROKEN"))).isEmpty();
        assertThat(ended).as("%s", lines).isTrue();
        assertThat(faults.exitValue()).as("%s", lines).isZero();
    }

    /** How many faults of each kind there were, and what was looked at after each round. */
    private static boolean isSummary(String line) {
        return line.contains("Seed") || line.contains("Looked") || line.contains("nothing lost");
    }
}
