package dev.winslow.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryDelayTest {
    @Test
    void growsFromTenSecondsToAnHour() {
        assertThat(RetryDelay.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(RetryDelay.after(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(RetryDelay.after(9)).isEqualTo(Duration.ofSeconds(2560));
        assertThat(RetryDelay.after(10)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryDelay.after(10_000)).isEqualTo(Duration.ofHours(1));
    }
}
