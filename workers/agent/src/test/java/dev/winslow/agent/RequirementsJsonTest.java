package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Requirements;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a stage needs, as it comes from the server and lies on the disk. */
class RequirementsJsonTest {
    @Test
    void isReadAsItWasWritten() {
        Requirements needs = new Requirements(
                1.5, 1 << 20, 2, Set.of("cuda"), new ContainerNeeds(true, true, Optional.of("1:2"), Optional.of(3L)));

        String json = PrivateJson.MAPPER.writeValueAsString(needs);

        assertThat(PrivateJson.MAPPER.readValue(json, Requirements.class)).isEqualTo(needs);
    }

    @Test
    void isReadFromAnEarlierVersion() {
        String json = """
                {"cores": 1.0, "memoryBytes": 5, "gpus": 0, "tags": []}""";

        assertThat(PrivateJson.MAPPER.readValue(json, Requirements.class))
                .isEqualTo(new Requirements(1, 5, 0, Set.of()));
    }
}
