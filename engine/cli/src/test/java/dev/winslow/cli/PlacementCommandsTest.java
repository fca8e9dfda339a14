package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.PriorityView;
import dev.winslow.api.stage.Capabilities;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of nodes and priorities. */
class PlacementCommandsTest {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID RUN = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void limitsANode() {
        NodeLimits limits = new NodeLimits(Optional.of(4), Optional.of(8L << 30), Optional.empty());
        server.on("PUT /api/v1/nodes/" + ID + "/limits", node(limits));

        Said said = Said.to(server, "node", "limit", ID.toString(), "--cores", "4", "--memory", "8GiB");

        assertThat(said.out()).startsWith("Stages may use 4 cores, 8 GiB and 0 GPUs of gpu-01");
        assertThat(Api.JSON.readValue(
                        server.request("PUT /api/v1/nodes/" + ID + "/limits").body(), NodeLimits.class))
                .isEqualTo(limits);
    }

    @Test
    void saysHowASizeIsWritten() {
        Said said = Said.to(server, "node", "limit", ID.toString(), "--memory", "much");

        assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(said.error()).contains("write it like 8GiB");
    }

    @Test
    void showsAndSetsThePriorityOfAProject() {
        String path = "/api/v1/projects/" + ID + "/priority";
        server.on("GET " + path, new PriorityView(0, 0, Optional.empty()))
                .on("PUT " + path, new PriorityView(7, 7, Optional.empty()));

        assertThat(Said.to(server, "project", "priority", ID.toString()).out()).startsWith("Priority 0");
        assertThat(Said.to(server, "project", "priority", ID.toString(), "7").out())
                .startsWith("Priority 7");
        assertThat(server.request("PUT " + path).body()).isEqualTo("{\"priority\":7}");
    }

    @Test
    void setsAndClearsThePriorityOfTheLatestRun() {
        String path = "/api/v1/runs/" + RUN + "/priority";
        server.on("GET /api/v1/projects/" + ID, project()).on("PUT " + path, new PriorityView(0, 0, Optional.empty()));

        assertThat(Said.to(server, "project", "priority", ID.toString(), "--run", "--clear")
                        .exitCode())
                .isZero();
        assertThat(server.request("PUT " + path).body()).isEqualTo("{\"priority\":null}");
    }

    private static NodeView node(NodeLimits limits) {
        return new NodeView(
                ID,
                "gpu-01",
                NodeState.ONLINE,
                "0.1.0",
                new Capabilities(8, 16L << 30, List.of(), Set.of()),
                limits,
                Instant.EPOCH,
                List.of());
    }

    private static ProjectView project() {
        return new ProjectView(
                ID,
                "Bridge",
                "vehicle-tracking",
                List.of(),
                Optional.empty(),
                Instant.EPOCH,
                ProjectState.RUNNING,
                Optional.of(RUN),
                List.of(),
                Right.OWN);
    }
}
