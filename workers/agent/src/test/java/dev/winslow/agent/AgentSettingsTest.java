package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Capabilities;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentSettingsTest {
    @Test
    void takesADataFolderThatIsNamedByAWayAround() {
        AgentSettings settings = new AgentSettings(
                URI.create("http://localhost"),
                Optional.empty(),
                "node",
                Path.of("target", "..", "target", "worker"),
                new Capabilities(1, 1, List.of(), Set.of()));

        assertThat(settings.data()).isEqualTo(Path.of("target", "worker").toAbsolutePath());
    }
}
