package dev.winslow.agent.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageView;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Requirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a stage's container is allowed and given. */
record StageContainer(StageCommand command, DockerSettings settings, AmdCards amd) {
    private static final String WORD = "/winslow";
    private static final String SCRATCH = "/tmp";
    private static final long PROCESSES = 4096;
    /** Docker takes no less. */
    private static final long LEAST_MEMORY = 6L << 20;

    /** All output is kept until the container is removed, whatever Docker's default is, so that none is lost. */
    private static final Map<String, String> KEEP_ALL =
            Map.of("max-size", "1000000g", "max-file", "1", "compress", "false");

    static StageView view(AttemptFolder folder) {
        return new StageView(
                Path.of("/input"),
                Path.of("/workspace"),
                Path.of("/output"),
                Path.of(WORD).resolve(folder.word().relativize(folder.variables())));
    }

    CreateContainerCmd on(DockerClient docker) {
        CreateContainerCmd create = docker.createContainerCmd(command.image())
                .withName("winslow-" + Labels.attemptId(command.folder()))
                .withLabels(new Labels(settings).attempt(command.folder()))
                .withEnv(environment())
                .withWorkingDir(view(command.folder()).workspace().toString())
                .withUser(user())
                .withHostConfig(limits().withMounts(mounts()));
        return command.arguments().isEmpty() ? create : create.withCmd(command.arguments());
    }

    static long memory(Requirements resources) {
        return Math.max(LEAST_MEMORY, resources.memoryBytes());
    }

    private HostConfig limits() {
        long memory = memory(command.resources());
        HostConfig limits = HostConfig.newHostConfig()
                // The first process would ignore SIGTERM by default, and leave ended children unburied.
                .withInit(true)
                .withNanoCPUs((long) (command.resources().cores() * 1e9))
                .withMemory(memory)
                .withMemorySwap(memory)
                .withPidsLimit(PROCESSES)
                // What lies there counts as memory.
                .withShmSize(needs().sharedMemoryBytes().orElse(memory / 2))
                .withNetworkMode(needs().network() ? "bridge" : "none")
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withReadonlyRootfs(!needs().writableRoot())
                // Libraries are unpacked and loaded from there.
                .withTmpFs(Map.of(SCRATCH, "rw,exec,nosuid,nodev,mode=1777"))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, KEEP_ALL));
        return command.gpus().isEmpty() ? limits : withGpus(limits);
    }

    private HostConfig withGpus(HostConfig limits) {
        if (!isAmd()) {
            return limits.withDeviceRequests(List.of(gpus()));
        }
        try {
            AmdCards.Access access = amd.of(command.gpus());
            return limits.withDevices(access.devices()).withGroupAdd(access.groups());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private boolean isAmd() {
        try {
            return !command.gpus().isEmpty() && amd.inUse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The container sees no others, and counts its own from 0. */
    private DeviceRequest gpus() {
        return new DeviceRequest()
                .withDeviceIds(command.gpus().stream().map(String::valueOf).toList())
                .withCapabilities(List.of(List.of("gpu")));
    }

    private List<Mount> mounts() {
        AttemptFolder folder = command.folder();
        StageView inside = view(folder);
        return List.of(
                mount(folder.of(Area.INPUT), inside.input()).withReadOnly(true),
                mount(folder.of(Area.WORKSPACE), inside.workspace()),
                mount(folder.of(Area.OUTPUT), inside.output()),
                mount(folder.word(), Path.of(WORD)));
    }

    private Mount mount(Path source, Path target) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(settings.onHost(source).toString())
                .withTarget(target.toString());
    }

    private List<String> environment() {
        // The user may have no home in the image, and could not write there.
        Map<String, String> all = new TreeMap<>(Map.of("HOME", SCRATCH));
        if (isAmd()) {
            String visible = IntStream.range(0, command.gpus().size())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(","));
            AmdCards.variables().forEach(name -> all.put(name, visible));
        }
        all.putAll(command.environment());
        return all.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    private ContainerNeeds needs() {
        return command.resources().container();
    }

    /** Who may write into the folders. */
    private String user() {
        try {
            return Ownership.of(command.folder().workspace()).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
