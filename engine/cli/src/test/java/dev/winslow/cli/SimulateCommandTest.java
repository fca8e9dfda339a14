package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {
    private static final String WORKLOAD = """
            {"nodes": [{"name": "n", "count": 2, "cores": 4, "memory": "8GiB", "gpus": 1, "gpuMemory": "16GiB"}],
             "stages": [
               {"name": "Detect", "project": "A", "user": "ann", "count": 4, "every": "PT10S", "duration": "PT1M",
                "needs": {"cpus": 4, "gpus": 1}},
               {"name": "Huge", "project": "B", "duration": "PT1M", "needs": {"cpus": 64}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void comparesPoliciesInOneTable() throws IOException {
        Said said = Said.by("simulate", file(WORKLOAD).toString());

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .containsPattern("winslow +4 +0:02:10 +100.0 % +0:00:20 +0:00:40 +92.3 % +92.3 % +1.000")
                .containsPattern("first-come +4 ")
                .containsPattern("spreading +4 ")
                .contains("1 stages fit on no node, such as Huge.");
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        JsonNode outcomes = Api.JSON.readTree(
                Said.by("simulate", file(WORKLOAD).toString(), "--json").out());

        assertThat(outcomes.size()).isEqualTo(3);
        assertThat(outcomes.path(0).path("makespan").asString("")).isEqualTo("PT2M10S");
    }

    @Test
    void playsTheExampleOfTheGuide() {
        Path example = Path.of("../../docs/workloads/busy-week.json");

        Said said = Said.by("simulate", example.toString());

        assertThat(said.error()).isEmpty();
        assertThat(said.out()).containsPattern("winslow +363 ").doesNotContain("fit on no node");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(Said.by("simulate", file("{\"nodse\": []}").toString()).error())
                .contains("is no workload")
                .contains("nodse");
        assertThat(Said.by("simulate", file("{}").toString()).error()).contains("needs nodes and stages");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("workload.json"), text);
    }
}
