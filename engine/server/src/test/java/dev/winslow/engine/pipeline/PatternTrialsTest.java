package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.PatternTrial.Find;
import dev.winslow.api.pipeline.PatternTrial.Kind;
import dev.winslow.api.pipeline.PatternTrial.Tried;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.stage.Progress;
import dev.winslow.engine.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
                                0,
                                "detect: 12,5 %",
                                List.of(new Find(
                                        Kind.PROGRESS, 0, 0, 14, Map.of("subject", "detect", "percent", "12,5"))),
                                Optional.of(new Progress("detect", 12.5)),
                                false,
                                false),
                        new PatternTrial.Line(
                                1,
                                "130%",
                                List.of(new Find(Kind.PROGRESS, 1, 0, 4, Map.of("percent", "130"))),
                                Optional.of(new Progress("", 100)),
                                false,
                                false),
                        new PatternTrial.Line(
                                2,
                                "WARN 0 records",
                                List.of(
                                        new Find(Kind.FAIL, 0, 5, 14, Map.of()),
                                        new Find(Kind.WARN, 0, 0, 4, Map.of())),
                                Optional.empty(),
                                true,
                                true));
        assertThat(trial.patterns())
                .containsExactly(
                        new Tried(Kind.PROGRESS, 0, 1, Optional.empty()),
                        new Tried(Kind.PROGRESS, 1, 1, Optional.empty()),
                        new Tried(Kind.FAIL, 0, 1, Optional.empty()),
                        new Tried(Kind.WARN, 0, 1, Optional.empty()));
        assertThat(trial)
                .extracting(PatternTrial::found, PatternTrial::looked, PatternTrial::all)
                .containsExactly(3L, 4L, 4L);
    }

    @Test
    void countsAllAndShowsTheFirst() {
        PatternTrial trial =
                PatternTrials.of(new TryPatterns(List.of(), List.of(), List.of("x"), Collections.nCopies(300, "x")));

        assertThat(trial.found()).isEqualTo(300);
        assertThat(trial.lines()).hasSize(200);
    }

    @Test
    void namesAPatternThatCannotBeReadAndTriesTheOthers() {
        PatternTrial trial =
                PatternTrials.of(new TryPatterns(List.of(), List.of("(?=ahead)", "boom"), List.of(), List.of("boom")));

        assertThat(trial.patterns().getFirst())
                .matches(tried -> tried.kind() == Kind.FAIL && tried.index() == 0 && tried.lines() == 0)
                .satisfies(tried -> assertThat(tried.fault().orElseThrow()).contains("(?=ahead)", "RE2"));
        assertThat(trial.lines()).singleElement().matches(PatternTrial.Line::fails);
    }

    @Test
    void refusesAWholeLog() {
        var question = new TryPatterns(List.of(), List.of(), List.of(), Collections.nCopies(2001, "line"));

        assertThatThrownBy(() -> PatternTrials.of(question)).isInstanceOf(ProblemException.class);
    }

    @Test
    void endsWhereNobodyWantsTheAnswer() {
        List<String> lines = Collections.nCopies(300, "x");
        AtomicInteger left = new AtomicInteger(2);

        PatternTrial trial = PatternTrials.of(
                new TryPatterns(List.of(), List.of(), List.of("x"), lines), () -> left.getAndDecrement() > 0);

        assertThat(trial.found()).isEqualTo(2);
        assertThat(trial.looked()).isEqualTo(2);
        assertThat(trial.all()).isEqualTo(300);
    }
}
