package dev.winslow.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    @ParameterizedTest
    @CsvSource({"0, PT0S", "4, PT0S", "5, PT15S", "6, PT30S", "8, PT2M", "11, PT16M", "12, PT16M", "1000, PT16M"})
    void doublesAfterWhatIsFreeAndNeverGrowsBeyondAQuarterOfAnHour(int failures, Duration wait) {
        assertThat(BackOff.OF_NAME_AND_ADDRESS.after(failures)).isEqualTo(wait);
    }
}
