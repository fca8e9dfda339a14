package dev.winslow.agent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.stage.Requirements;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Docker is asked for; nobody answers here. */
class StageContainerTest {
    @TempDir
    Path root;

    @Test
    void asksForNvidiasCardsByADeviceRequest() throws IOException {
        CreateContainerCmd asked = asked(Map.of(), 1, 3);

        List<DeviceRequest> requests = asked.getHostConfig().getDeviceRequests();
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().getDeviceIds()).containsExactly("1", "3");
        assertThat(asked.getHostConfig().getDevices()).isNullOrEmpty();
        assertThat(asked.getEnv()).noneMatch(each -> each.contains("VISIBLE_DEVICES"));
    }

    @Test
    void givesAmdsCardsByTheirFilesInTheOrderOfTheBus() throws IOException {
        machine();

        CreateContainerCmd asked = asked(Map.of(), 1);

        assertThat(asked.getHostConfig().getDevices())
                .extracting(Device::getPathInContainer, Device::getcGroupPermissions)
                .containsExactly(tuple("/dev/kfd", "rwm"), tuple("/dev/dri/renderD128", "rwm"));
        assertThat(asked.getHostConfig().getGroupAdd())
                .containsExactly(Files.getAttribute(root, "unix:gid").toString());
        assertThat(asked.getHostConfig().getDeviceRequests()).isNullOrEmpty();
        assertThat(asked.getEnv()).contains("ROCR_VISIBLE_DEVICES=0", "HIP_VISIBLE_DEVICES=0");
    }

    @Test
    void givesSeveralAndLetsThePipelineSayWhichOfThemItsProgramSees() throws IOException {
        machine();

        CreateContainerCmd asked = asked(Map.of("HIP_VISIBLE_DEVICES", "1"), 0, 1);

        assertThat(asked.getHostConfig().getDevices())
                .extracting(Device::getPathInContainer)
                .containsExactly("/dev/kfd", "/dev/dri/renderD129", "/dev/dri/renderD128");
        assertThat(asked.getEnv()).contains("ROCR_VISIBLE_DEVICES=0,1", "HIP_VISIBLE_DEVICES=1");
    }

    @Test
    void givesNoDeviceToAStageThatAsksForNone() throws IOException {
        machine();

        CreateContainerCmd asked = asked(Map.of());

        assertThat(asked.getHostConfig().getDevices()).isNullOrEmpty();
        assertThat(asked.getHostConfig().getGroupAdd()).isNullOrEmpty();
        assertThat(asked.getEnv()).noneMatch(each -> each.contains("VISIBLE_DEVICES"));
    }

    @Test
    void prefersNvidiasCardsWhereAMachineHasBoth() throws IOException {
        machine();
        Files.createDirectories(root.resolve("proc/driver/nvidia/gpus"));

        assertThat(asked(Map.of(), 0).getHostConfig().getDeviceRequests()).hasSize(1);
    }

    @Test
    void saysWhichCardIsGone() throws IOException {
        machine();

        assertThatThrownBy(() -> asked(Map.of(), 2))
                .hasMessageContaining("GPU 2 is not there any more: this machine has 2 of AMD.");
    }

    /** Two cards of AMD, of which the second on the bus is the first of the nodes, and one of another maker. */
    private void machine() throws IOException {
        new AmdMachine(root)
                .card("0000:83:00.0", "renderD128", "amdgpu")
                .card("0000:03:00.0", "renderD129", "amdgpu")
                .card("0000:00:02.0", "renderD130", "i915")
                .file("dev/kfd")
                .file("dev/dri/renderD128")
                .file("dev/dri/renderD129");
    }

    private CreateContainerCmd asked(Map<String, String> environment, Integer... gpus) throws IOException {
        AttemptFolder folder = new AttemptFolder(root.resolve("attempt"));
        Files.createDirectories(folder.workspace());
        DockerSettings settings = new DockerSettings(
                new DockerAccess(Optional.empty(), Optional.empty()),
                "node",
                root,
                root,
                Optional.empty(),
                Optional.empty());
        StageCommand command = new StageCommand(
                "image",
                List.of("run"),
                environment,
                new Requirements(1, 1L << 30, 0, Set.of()),
                List.of(gpus),
                folder);
        return new StageContainer(command, settings, new AmdCards(root)).on(nobody());
    }

    private static DockerClient nobody() {
        URI address = URI.create("unix:///nobody/answers.sock");
        return DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(address.toString())
                        .build(),
                new ZerodepDockerHttpClient.Builder().dockerHost(address).build());
    }
}
