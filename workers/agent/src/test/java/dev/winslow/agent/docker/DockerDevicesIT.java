package dev.winslow.agent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container of a real Docker sees of AMD's cards, for which harmless devices stand here. */
class DockerDevicesIT {
    private static final String IMAGE = "winslow-test/devices:1";

    @TempDir
    Path folder;

    @Test
    void showAContainerItsOwnCardOnlyAsAMemberOfItsGroup() throws Exception {
        try (DockerDaemon docker = DockerDaemon.find(folder)) {
            docker.makeShell(IMAGE, folder);
            machine();
            StageCommand command = new StageCommand(
                    IMAGE,
                    List.of(
                            "sh",
                            "-c",
                            "ls -d /dev/kfd /dev/dri/*; id -G; echo x > /dev/dri/renderD129 && echo may use it"),
                    Map.of(),
                    new Requirements(1, 64L << 20, 0, Set.of()),
                    List.of(0),
                    attempt());
            DockerSettings settings = new DockerSettings(
                    new DockerAccess(Optional.of(docker.host()), Optional.empty()),
                    "node",
                    folder,
                    folder,
                    Optional.empty(),
                    Optional.empty());
            String id = new StageContainer(command, settings, new AmdCards(folder))
                    .on(docker.client())
                    .exec()
                    .getId();
            try {
                docker.client().startContainerCmd(id).exec();

                assertThat(said(docker.client(), id))
                        .contains("/dev/kfd", "/dev/dri/renderD129", "may use it")
                        .doesNotContain("/dev/dri/renderD128")
                        .anySatisfy(line -> assertThat(line.split(" ")).contains("4242"));
            } finally {
                docker.remove(id);
                docker.removeImage(IMAGE);
            }
        }
    }

    /** Their owner is nobody here: without any power a container may use them by their group only. */
    private void machine() throws IOException, InterruptedException {
        new AmdMachine(folder)
                .card("0000:83:00.0", "renderD128", "amdgpu")
                .card("0000:03:00.0", "renderD129", "amdgpu");
        Files.createDirectories(folder.resolve("dev/dri"));
        for (String node : List.of("dev/kfd", "dev/dri/renderD128", "dev/dri/renderD129")) {
            String file = folder.resolve(node).toString();
            int made = new ProcessBuilder(
                            "sh", "-c", "mknod \"$0\" c 1 3 && chown 4243:4242 \"$0\" && chmod 660 \"$0\"", file)
                    .inheritIO()
                    .start()
                    .waitFor();
            assumeTrue(made == 0, "Only root makes devices");
        }
    }

    private AttemptFolder attempt() throws IOException {
        AttemptFolder attempt = new AttemptFolder(folder.resolve("attempt"));
        for (Area area : Area.values()) {
            Files.createDirectories(attempt.of(area));
        }
        Files.createDirectories(attempt.word());
        return attempt;
    }

    private static List<String> said(DockerClient docker, String id) throws InterruptedException {
        StringBuilder said = new StringBuilder();
        docker.logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        said.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                    }
                })
                .awaitCompletion();
        return said.toString().lines().toList();
    }
}
