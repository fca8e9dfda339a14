package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.docker.DockerAccess;
import dev.winslow.agent.docker.DockerDaemon;
import dev.winslow.agent.docker.DockerExecutor;
import dev.winslow.agent.docker.DockerSettings;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker is restarted under running stages, to be upgraded, say. */
class DockerAwayIT {
    private static final String IMAGE = "winslow-test/shell:1";

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path data = Path.of("");

    @Test
    void goesOnWithAStageWhenDockerIsBack() throws Exception {
        try (DockerDaemon docker = DockerDaemon.own(folder);
                FakeServer server = new FakeServer()) {
            docker.makeShell(IMAGE, folder);
            DockerSettings settings = new DockerSettings(
                    new DockerAccess(Optional.of(docker.host()), Optional.empty()),
                    "node-1",
                    data,
                    data,
                    Optional.empty(),
                    Optional.empty());
            Serving worker = new Serving(server, data, DockerExecutor.connect(settings, Duration.ofSeconds(2)));
            server.queue.add(
                    new StageBuilder(IMAGE, "sh", "-c", "for i in $$(seq 1 600); do echo $$i; sleep 0.01; done")
                            .build());
            await().until(() -> said(server).size() > 20);

            docker.halt();
            docker.run();

            Outcome outcome = server.outcomes.poll(60, TimeUnit.SECONDS);
            assertThat(outcome).isNotNull();
            assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
            assertThat(said(server))
                    .isEqualTo(IntStream.rangeClosed(1, 600)
                            .mapToObj(String::valueOf)
                            .toList());
            worker.stop();
        }
    }

    private static List<String> said(FakeServer server) {
        return server.lines.stream()
                .filter(line -> line.stream() == LogStream.OUT)
                .map(LogLine::text)
                .toList();
    }
}
