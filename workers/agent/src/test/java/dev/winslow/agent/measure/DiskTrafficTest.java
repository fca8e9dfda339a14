package dev.winslow.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.Traffic;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskTrafficTest {
    private static final String STATISTICS = """
               7       0 loop0 11 0 28 0 0 0 0 0 0 0 0 0 0 0 0 0 0
             259       0 nvme0n1 300 1 1000 50 200 3 4000 60 0 70 110 0 0 0 0 0 0
             259       1 nvme0n1p1 290 1 900 50 200 3 4000 60 0 70 110 0 0 0 0 0 0
               8       0 sda 1 0 8 0 2 0 16 0 0 0 0
            """;

    @Test
    void countsEachByteOfEachDiskOnce() {
        assertThat(DiskTraffic.sum(STATISTICS, Set.of("nvme0n1", "sda")))
                .isEqualTo(new Traffic(1008 * 512, 4016 * 512));
    }
}
