package dev.winslow.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSizeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc                 | 3
            a{3}                | 3
            a{2,5}b             | 6
            a{4,}               | 4
            (ab){3}             | 6
            ((ab){3}c){2}       | 14
            [a-z]{4}            | 4
            []{9}]              | 1
            \\d{4}-\\d{2}        | 7
            \\p{Greek}{3}        | 3
            \\({3}              | 3
            a{0}                | 1
            x{1000}{1000}{1000} | 100001
            """)
    void countsWhatIsWrittenOut(String pattern, long size) {
        assertThat(PatternSize.of(pattern)).isEqualTo(size);
    }

    @Test
    void takesATimeAndAUuidSideBySide() {
        String line =
                "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2} [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

        assertThat(LinePattern.of(line).finds("2026-01-02T03:04:05 01234567-89ab-cdef-0123-456789abcdef"))
                .isTrue();
    }

    @Test
    void refusesToTryWhatItGoesOnWith() {
        String large = "(a{50}){200}";

        assertThatThrownBy(() -> LinePattern.of(large)).isInstanceOf(PatternFault.class);
        assertThat(LinePattern.accepted(large).finds("a".repeat(10_000))).isTrue();
    }
}
