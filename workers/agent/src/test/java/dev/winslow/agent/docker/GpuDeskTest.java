package dev.winslow.agent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GpuDeskTest {
    private final GpuDesk desk = new GpuDesk(List.of(0, 1, 2));

    @Test
    void givesThoseThatNoStageHolds() throws DockerTrouble {
        assertThat(desk.take(2, Set.of("0"))).containsExactly("1", "2");
    }

    @Test
    void givesNoneWhereNoneIsAskedFor() throws DockerTrouble {
        assertThat(desk.take(0, Set.of("0", "1", "2"))).isEmpty();
    }

    @Test
    void refusesWhatIsNotFree() {
        assertThatThrownBy(() -> desk.take(2, Set.of("0", "2")))
                .hasMessageContaining("asks for GPUs (2)")
                .hasMessageContaining("only 1 are free");
    }
}
