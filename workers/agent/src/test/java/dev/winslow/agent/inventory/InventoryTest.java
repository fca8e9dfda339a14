package dev.winslow.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.stage.Gpu;
import org.junit.jupiter.api.Test;

class InventoryTest {
    @Test
    void readsEveryGpu() {
        assertThat(NvidiaSmi.parse("0, NVIDIA H100 80GB HBM3, 81559, 550.90.07\n1, GB10, [N/A], 580.1\n"))
                .containsExactly(
                        new Gpu(0, "NVIDIA H100 80GB HBM3", 81559L << 20, "550.90.07"), new Gpu(1, "GB10", 0, "580.1"));
    }

    @Test
    void readsSizesAsPeopleWriteThem() {
        assertThat(ByteSize.parse("8GiB")).isEqualTo(8L << 30);
        assertThat(ByteSize.parse("1.5 KB")).isEqualTo(1500);
        assertThatThrownBy(() -> ByteSize.parse("much")).hasMessageContaining("8GiB");
    }
}
