package dev.winslow.agent;

import dev.winslow.api.stage.Capabilities;
import java.net.URI;
import java.nio.file.Path;

/** What a worker is started with. */
public record AgentSettings(
        URI server, String enrolmentToken, String name, Path data, Capabilities capabilities, Programs programs) {
    @Override
    public String toString() {
        return "AgentSettings[server=" + server + ", name=" + name + ", data=" + data + "]";
    }
}
