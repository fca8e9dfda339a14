package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.docker.DockerAccess;
import dev.winslow.agent.docker.DockerDaemon;
import dev.winslow.agent.docker.DockerSettings;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images from a private registry. */
class DockerPullIT extends WithDocker {
    @TempDir
    private Path config = Path.of("");

    private Registry registry;

    @BeforeEach
    void openRegistry() throws IOException, InterruptedException, GeneralSecurityException {
        registry = new Registry(DockerDaemon.shell(folder), config);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void fetchesAnImageByItsTagAndTellsHowFarItIs() throws Exception {
        startWith(Registry.AUTH);
        server.queue.add(stage("echo on").image(registry.byTag()).build());

        await().until(() -> said(LogStream.SYSTEM).stream()
                .anyMatch(line -> line.matches("Fetching \\S+/winslow/shell:1: .* of 1.* MiB")));
        registry.sendTheRest();

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT)).containsExactly("on");
        docker().removeImage(registry.byTag());
    }

    @Test
    void fetchesAnImageByItsDigestOnce() throws Exception {
        registry.sendTheRest();
        startWith(Registry.AUTH);
        server.queue.add(stage("echo on").image(registry.byDigest()).build());
        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);

        registry.close();
        server.queue.add(stage("echo on").image(registry.byDigest()).build());

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        docker().removeImage(registry.byDigest());
    }

    @Test
    void saysWhatToDoWithoutCredentials() throws Exception {
        startWith("d3Jvbmc6d3Jvbmc=");
        server.queue.add(stage("echo on").image(registry.byTag()).build());

        assertThat(outcome().reason().orElseThrow()).contains("could not be fetched", "unauthorized", "docker login");
    }

    @Test
    void removesAnImageThatItFetchedAndNoStageUses() throws Exception {
        registry.sendTheRest();
        logIn(Registry.AUTH);
        DockerAccess access = new DockerAccess(Optional.of(docker().host()), Optional.of(config));
        start(new DockerSettings(access, "node-1", data, data, Optional.empty(), Optional.of(Duration.ZERO)));
        server.queue.add(stage("echo on").image(registry.byTag()).build());
        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        await().until(() -> docker().containersOf(data) == 0);

        server.queue.add(stage("echo on").image("127.0.0.1:1/no/such:1").build());

        assertThat(outcome().state()).isEqualTo(AttemptState.FAILED);
        assertThat(docker().hasImage(registry.byTag())).isFalse();
        assertThat(docker().hasImage(IMAGE)).isTrue();
    }

    private void startWith(String auth) throws IOException, InterruptedException {
        logIn(auth);
        start(settings(Optional.of(config)));
    }

    private void logIn(String auth) throws IOException {
        Files.writeString(config.resolve("config.json"), """
                {"auths": {"%s": {"auth": "%s"}}}""".formatted(registry.address(), auth));
    }
}
