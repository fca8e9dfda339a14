package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import dev.winslow.api.stage.UsagePoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageCommandsTest {
    private final StubServer server;

    UsageCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatAnAttemptUsedAtMostOnAverageAndOverTime() {
        UsageLevel peak = new UsageLevel(1.5, 300 << 20, 0.25, 2L << 30);
        server.on(
                "GET /api/v1/attempts/a/usage",
                new AttemptUsage(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        peak,
                        UsageLevel.NONE,
                        List.of(new UsagePoint(Duration.ofSeconds(3725), peak))));

        String said = run("usage", "a");

        assertThat(said)
                .containsPattern("at most\\s+1\\.50\\s+300\\s+0\\.25\\s+2048")
                .containsPattern("on average\\s+0\\.00\\s+0")
                .containsPattern("after 1:02:05\\s+1\\.50");
    }

    @Test
    void tellsHowBusyANodeWas() {
        NodeLoad load = new NodeLoad(
                Instant.parse("2026-01-02T03:04:05Z"),
                0.42,
                1L << 30,
                new Traffic(2048, 0),
                new Traffic(0, 512),
                List.of(new GpuLoad(0, 0.97, 0)));
        server.on("GET /api/v1/nodes/n/utilisation?by=MINUTE&last=PT24H", List.of(load));

        String said = run("node", "utilisation", "n", "--by", "minute");

        assertThat(said)
                .containsPattern("2026-01-02T03:04:05Z\\s+42\\s+1024\\s+2\\.0\\s+0\\.0\\s+0\\.0\\s+0\\.5\\s+97");
    }

    private String run(String... arguments) {
        return Said.to(server, arguments).out();
    }
}
