package dev.winslow.agent.docker;

import com.github.dockerjava.api.model.Container;
import dev.winslow.agent.workspace.AttemptFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** By what a worker knows its containers again. */
record Labels(String node, Path hostData) {
    static final String ATTEMPT = "dev.winslow.attempt";
    private static final String NODE = "dev.winslow.node";
    private static final String DATA = "dev.winslow.data";
    private static final String GPUS = "dev.winslow.gpus";
    private static final Set<String> OVER = Set.of("exited", "dead");

    Labels(DockerSettings settings) {
        this(settings.node(), settings.hostData());
    }

    /** Of every container of this worker; the folder tells two workers with one name apart. */
    Map<String, String> worker() {
        return Map.of(NODE, node, DATA, hostData.toString());
    }

    Map<String, String> attempt(AttemptFolder folder) {
        return Map.of(NODE, node, DATA, hostData.toString(), ATTEMPT, attemptId(folder));
    }

    Map<String, String> attempt(AttemptFolder folder, List<String> gpus) {
        return Map.of(NODE, node, DATA, hostData.toString(), ATTEMPT, attemptId(folder), GPUS, String.join(",", gpus));
    }

    static String attemptId(AttemptFolder folder) {
        return Objects.requireNonNull(folder.root().getFileName()).toString();
    }

    /** The numbers of the GPUs that containers hold which are not over. */
    static Set<String> heldGpus(List<Container> containers) {
        return containers.stream()
                .filter(container -> !OVER.contains(container.getState()))
                .map(container -> container.getLabels().getOrDefault(GPUS, ""))
                .flatMap(held -> Arrays.stream(held.split(",")))
                .collect(Collectors.toSet());
    }
}
