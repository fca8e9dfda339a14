package dev.winslow.agent;

import dev.winslow.api.stage.Capabilities;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a worker is started. The enrolment token may be absent where the data folder knows the node already. The data folder is made absolute, without
 * {@code ..}: whether a file lies in it is judged by its path.
 */
public record AgentSettings(
        URI server, Optional<String> enrolmentToken, String nodeName, Path data, Capabilities capabilities) {
    public AgentSettings {
        data = data.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
        return "AgentSettings[server=" + server + ", nodeName=" + nodeName + ", data=" + data + "]";
    }
}
