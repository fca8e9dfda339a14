package dev.winslow.agent.docker;

import dev.winslow.agent.workspace.AttemptFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** By what a worker knows its containers again. */
record Labels(String node, Path hostData) {
    static final String ATTEMPT = "dev.winslow.attempt";
    private static final String NODE = "dev.winslow.node";
    private static final String DATA = "dev.winslow.data";

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

    static String attemptId(AttemptFolder folder) {
        return Objects.requireNonNull(folder.root().getFileName()).toString();
    }
}
