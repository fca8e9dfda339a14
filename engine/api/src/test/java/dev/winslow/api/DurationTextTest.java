package dev.winslow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"PT0.25S, 250 ms", "PT6S, 6 s", "PT10M, 10 min", "PT90M, 1 h 30 min", "P2DT5S, 48 h 5 s"})
    void saysOnlyWhatThereIs(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}
