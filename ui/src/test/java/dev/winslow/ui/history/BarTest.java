package dev.winslow.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BarTest {
    private static final Instant START = Instant.parse("2026-05-01T06:00:00Z");

    @Test
    void attemptLastsFromItsStartToItsEnd() {
        List<Bar> bars = Bar.of(run(Optional.empty(), false), List.of(attempt(3, 10)), List.of());

        assertThat(bars).singleElement().satisfies(bar -> {
            assertThat(bar.lane()).isEqualTo("detect");
            assertThat(bar.state()).isEqualTo("succeeded");
            assertThat(bar.words()).isEqualTo("attempt 1, succeeded on gpu-01");
            assertThat(bar.end() - bar.start()).isEqualTo(7000);
        });
    }

    @Test
    void answeredTaskIsAWaitAndSaysWhoEndedIt() {
        List<Bar> bars = Bar.of(
                run(Optional.empty(), false),
                List.of(),
                List.of(event(EventKind.TASK_OPENED, 5), event(EventKind.TASK_ANSWERED, 65)));

        assertThat(bars).singleElement().satisfies(bar -> {
            assertThat(bar.lane()).isEqualTo("review");
            assertThat(bar.words()).isEqualTo("waited for a person, answered by ann");
            assertThat(bar.end() - bar.start()).isEqualTo(60_000);
        });
    }

    @Test
    void openTaskStillLastsWhileTheRunWaitsThere() {
        List<EventView> opened = List.of(event(EventKind.TASK_OPENED, 5));

        assertThat(Bar.of(run(Optional.empty(), true), List.of(), opened))
                .extracting(Bar::end)
                .containsExactly(0L);
        assertThat(Bar.of(run(Optional.empty(), false), List.of(), opened))
                .as("the run was taken elsewhere")
                .isEmpty();
    }

    @Test
    void endOfTheRunEndsEveryWait() {
        assertThat(Bar.of(
                        run(Optional.of(START.plusSeconds(9)), false),
                        List.of(),
                        List.of(event(EventKind.TASK_OPENED, 5))))
                .extracting(bar -> bar.end() - bar.start())
                .containsExactly(4000L);
    }

    @Test
    void lanesAreTheStepsThatHaveBarsInTheOrderOfThePipeline() {
        RunView run = run(Optional.empty(), true);
        List<Bar> bars = Bar.of(run, List.of(attempt(9, 10)), List.of(event(EventKind.TASK_OPENED, 5)));

        assertThat(Bar.Lane.of(run, bars)).extracting(Bar.Lane::name).containsExactly("Detect", "Review");
    }

    private static EventView event(EventKind kind, long second) {
        return new EventView(
                second,
                Optional.empty(),
                Optional.of(new UUID(0, 2)),
                Optional.of(new UUID(0, 1)),
                Optional.empty(),
                START.plusSeconds(second),
                "ann",
                kind,
                "",
                Map.of("task", "t", "step", "review", "name", "Review"));
    }

    private static AttemptView attempt(long from, long to) {
        return new AttemptView(
                new UUID(0, 3),
                new UUID(0, 1),
                "detect",
                "Detect",
                1,
                AttemptState.SUCCEEDED,
                Optional.of("gpu-01"),
                Optional.of(START.plusSeconds(from)),
                Optional.of(START.plusSeconds(to)),
                Optional.of(0),
                Optional.empty(),
                List.of(),
                0,
                "tool:1",
                List.of(),
                Map.of(),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }

    private static RunView run(Optional<Instant> end, boolean waiting) {
        StepView detect = step("detect", "Detect", false, StepState.SUCCEEDED, false);
        StepView review = step("review", "Review", true, waiting ? StepState.WAITING : StepState.PENDING, waiting);
        return new RunView(
                new UUID(0, 1),
                new UUID(0, 2),
                "pipeline",
                1,
                RunState.RUNNING,
                START,
                end,
                false,
                Optional.empty(),
                Map.of(),
                List.of(detect, review, step("export", "Export", false, StepState.PENDING, false)),
                true,
                new Timing(Duration.ZERO, Optional.empty()),
                0);
    }

    private static StepView step(String id, String name, boolean userTask, StepState state, boolean open) {
        return new StepView(
                id,
                name,
                userTask,
                state,
                Optional.empty(),
                open ? Optional.of(new UUID(0, 9)) : Optional.empty(),
                Optional.empty());
    }
}
