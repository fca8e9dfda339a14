package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.stage.Progress;
import dev.winslow.engine.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatternTrialsTest {
    @Test
    void readsProgressWarningsAndFailureOutOfLines() {
        PatternTrial trial = PatternTrials.of(new TryPatterns(
                List.of("(?<subject>\\w+): (?<percent>[\\d.,]+) ?%", "^(?<percent>[\\d.]+)%$"),
                List.of("0 records"),
                List.of("(?i)^warn"),
                List.of("detect: 12,5 %", "130%", "WARN 0 records", "nothing")));

        assertThat(trial.lines())
                .containsExactly(
                        new PatternTrial.Line(
                                "detect: 12,5 %", Optional.of(new Progress("detect", 12.5)), false, false),
                        new PatternTrial.Line("130%", Optional.of(new Progress("", 100)), false, false),
                        new PatternTrial.Line("WARN 0 records", Optional.empty(), true, true),
                        new PatternTrial.Line("nothing", Optional.empty(), false, false));
    }

    @Test
    void namesAPatternThatCannotBeReadAndTriesTheOthers() {
        PatternTrial trial =
                PatternTrials.of(new TryPatterns(List.of(), List.of("(?=ahead)", "boom"), List.of(), List.of("boom")));

        assertThat(trial.faults()).singleElement().asString().contains("(?=ahead)");
        assertThat(trial.lines()).singleElement().matches(PatternTrial.Line::fails);
    }

    @Test
    void refusesAWholeLog() {
        var question = new TryPatterns(List.of(), List.of(), List.of(), Collections.nCopies(2001, "line"));

        assertThatThrownBy(() -> PatternTrials.of(question)).isInstanceOf(ProblemException.class);
    }
}
