package dev.winslow.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.study.Parameter;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationsTest {
    private static final int MOST = 10;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b,c          | a;b;c
            a , b          | a;b
            1..3           | 1;2;3
            3..1           | 3;2;1
            0.1..0.9:0.2   | 0.1;0.3;0.5;0.7;0.9
            1..2:0.25      | 1;1.25;1.50;1.75;2.00
            0..10:4        | 0;4;8
            -1..1          | -1;0;1
            1..2,5,off     | 1;2;5;off
            5..5           | 5
            a\\,b,c        | a,b;c
            DJI_01.mp4     | DJI_01.mp4
            ../models/x    | ../models/x
            """)
    void readsListsAndRanges(String values, String expected) {
        assertThat(ValueList.read(new Parameter("GAP", values), MOST).values()).containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1..3:0         | not above zero
            1..3:-1        | not above zero
            1..            | is no range
            0.1..0.9:x     | is no range
            1..2..3        | is no range
            a,,b           | empty
            a,b,a          | twice
            1..3,2         | twice
            1..11          | more than 10 values
            0..1e9         | is no range
            0..999999999999999999999:0.0001 | more than 10 values
            1..6,11..16    | more than 10 values
            """)
    void saysWhatIsWrong(String values, String said) {
        assertThatThrownBy(() -> ValueList.read(new Parameter("GAP", values), MOST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(said);
    }

    @Test
    void combinesEveryValueWithEveryOther() {
        Combinations combinations =
                Combinations.of(List.of(new Parameter("GAP", "1,2"), new Parameter("MODEL", "a,b")), MOST);

        assertThat(combinations.all())
                .containsExactly(
                        Map.of("GAP", "1", "MODEL", "a"),
                        Map.of("GAP", "1", "MODEL", "b"),
                        Map.of("GAP", "2", "MODEL", "a"),
                        Map.of("GAP", "2", "MODEL", "b"));
    }

    @Test
    void refusesMoreRunsThanAreAllowed() {
        assertThatThrownBy(() ->
                        Combinations.of(List.of(new Parameter("GAP", "1..4"), new Parameter("MODEL", "a,b,c")), MOST))
                .hasMessage("This study has 12 runs (4 of GAP times 3 of MODEL), but may have 10 at most.");
        assertThatThrownBy(() -> Combinations.of(List.of(), MOST)).hasMessageContaining("varies nothing");
        assertThatThrownBy(() -> Combinations.of(List.of(new Parameter("A", "1"), new Parameter("A", "2")), MOST))
                .hasMessageContaining("named twice");
        assertThatThrownBy(() -> Combinations.of(List.of(new Parameter("1A", "1")), MOST))
                .hasMessageContaining("no name of a variable");
    }
}
