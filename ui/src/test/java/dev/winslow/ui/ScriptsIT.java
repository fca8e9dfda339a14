package dev.winslow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The tests of what pages compute by themselves, which Node runs without a browser. */
class ScriptsIT {
    private static final int UNDERSTANDS_TYPES = 24;

    @Test
    void whatPagesComputeIsRight() throws Exception {
        Assumptions.assumeTrue(nodeVersion() >= UNDERSTANDS_TYPES, "needs Node 24: ./winslow test brings it along");
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (Stream<Path> tests = Files.list(Path.of("src", "test", "frontend"))) {
            tests.map(Path::toString).sorted().forEach(command::add);
        }

        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).contains("fail 0").doesNotContain("pass 0");
    }

    private static int nodeVersion() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            node.waitFor();
            return Integer.parseInt(version.strip().replaceFirst("^v(\\d+).*", "$1"));
        } catch (IOException none) {
            return 0;
        }
    }
}
