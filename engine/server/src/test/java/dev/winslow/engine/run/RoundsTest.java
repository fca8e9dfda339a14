package dev.winslow.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.pipeline.Flow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
    /** prepare, then charts beside detect and track; both join before the review, which may go back to detect's fork or end. */
    private static final Flow FLOW = new Flow(
            Map.of(
                    "prepare", List.of("start"),
                    "fork", List.of("prepare", "decide"),
                    "detect", List.of("fork"),
                    "track", List.of("detect"),
                    "charts", List.of("fork"),
                    "join", List.of("track", "charts"),
                    "review", List.of("join"),
                    "decide", List.of("review"),
                    "end", List.of("decide")),
            Set.of("join"),
            Map.of("fork", Flow.Fork.ALL),
            List.of("start", "prepare", "fork", "detect", "track", "charts", "join", "review", "decide", "end"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            at the start                        | prepare        |                                                    |
            first round, one branch further on  | track, charts  | prepare detect                                     | detect, prepare
            first round, at the review          | review         | prepare detect charts track                        | charts, detect, prepare, track
            sent back by the review             | detect, charts | prepare detect charts track review                 | prepare
            one branch of the redo done         | track, charts  | prepare detect charts track review detect          | detect, prepare
            the other branch of the redo done   | detect         | prepare detect charts track review charts          | charts, prepare
            the redo at its review              | review         | prepare detect charts track review charts detect track | charts, detect, prepare, track
            ended in the first round            |                | prepare detect charts track review                 | charts, detect, prepare, review, track
            """)
    void countsOnlyWhatWasCompletedInThisRound(String when, String positions, String completions, String expected) {
        assertThat(Rounds.completedInThisRound(FLOW, words(positions), numbered(words(completions))))
                .containsExactlyInAnyOrderElementsOf(words(expected));
    }

    private static Map<String, Long> numbered(List<String> completions) {
        Map<String, Long> last = new HashMap<>();
        for (String step : completions) {
            last.put(
                    step,
                    last.values().stream().mapToLong(Long::longValue).max().orElse(0) + 1);
        }
        return last;
    }

    private static List<String> words(@org.jspecify.annotations.Nullable String text) {
        return text == null ? List.of() : Arrays.stream(text.split("[ ,]+")).toList();
    }
}
