package dev.winslow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
    @Test
    void readsTheTotal() {
        assertThat(LiveHeap.total("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        250000       20000000  [B (java.base@25)
                Total        310000       31457280
                """)).isEqualTo(30L << 20);
    }

    @Test
    void saysWhatItWasGivenInstead() {
        assertThatThrownBy(() -> LiveHeap.total("Could not open")).hasMessageContaining("Could not open");
    }
}
