package dev.winslow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.run.RunState;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "4917877, 4.9 MB", "12000000000, 12.0 GB", "5e15, 5000.0 TB"})
    void sizeHasADecimalUnit(double bytes, String words) {
        assertThat(Words.size((long) bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "61, 1 min 1 s", "7500, 2 h 5 min", "-3, 0 s"})
    void durationHasItsTwoLargestUnits(long seconds, String words) {
        assertThat(Words.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "40, less than a minute left",
        "100, about 2 min left",
        "7000, about 117 min left",
        "7200, about 2 h left"
    })
    void guessNoMoreThanIsKnown(long seconds, String words) {
        assertThat(Words.left(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void stateReadsAsAWord() {
        assertThat(Words.state(RunState.SUCCEEDED)).isEqualTo("Succeeded");
    }
}
