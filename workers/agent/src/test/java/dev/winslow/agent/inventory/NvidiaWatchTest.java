package dev.winslow.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.GpuLoad;
import org.junit.jupiter.api.Test;

class NvidiaWatchTest {
    @Test
    void readsWhatEachCardDoes() {
        assertThat(NvidiaWatch.parse("1, 97, 40536")).contains(new GpuLoad(1, 0.97, 40536L << 20));
    }

    @Test
    void takesWhatACardDoesNotMeasureForNothing() {
        assertThat(NvidiaWatch.parse("0, [N/A], [N/A]")).contains(new GpuLoad(0, 0, 0));
    }

    @Test
    void passesOverWhatIsNoCard() {
        assertThat(NvidiaWatch.parse("Unable to determine the device handle for GPU0000:01:00.0: Unknown Error"))
                .isEmpty();
    }
}
