package dev.winslow.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.stage.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {
    private static final LinePattern PROGRESS = LinePattern.of("(?<subject>\\w+)?: (?<percent>[\\d.,]+) ?%");

    @Test
    void saysWhereItMatchesAndWhatItsGroupsCatch() {
        LinePattern.Match match = PROGRESS.match("12:00 detect: 40,5 %!").orElseThrow();

        assertThat(match).isEqualTo(new LinePattern.Match(6, 20, Map.of("subject", "detect", "percent", "40,5")));
        assertThat(PROGRESS.match("40,5 %")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            detect: 40,5 % | detect | 40.5
            : 40%          | Count  | 40
            a: 140 %       | a      | 100
            """)
    void readsProgress(String line, String subject, double percent) {
        assertThat(PROGRESS.match(line).flatMap(match -> match.progress("Count")))
                .contains(new Progress(subject, percent));
    }

    @Test
    void takesNoPointForAPercentage() {
        assertThat(PROGRESS.match("a: . %").orElseThrow().progress("Count")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(open", "(?!no)records", "(a)\\1"})
    void saysWhatIsNoPattern(String text) {
        assertThatThrownBy(() -> LinePattern.of(text))
                .isInstanceOf(PatternFault.class)
                .hasMessageContaining("'" + text + "' cannot be read")
                .hasMessageContaining("RE2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "(x{90}){90}"})
    void refusesWhatWouldTakeAMachinesMemory(String text) {
        assertThatThrownBy(() -> LinePattern.of(text))
                .isInstanceOf(PatternFault.class)
                .hasMessageContaining("too large");
    }
}
