package dev.winslow.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    void failedStageIsTriedAgainFirstOfAll() {
        assertThat(Move.at(stage(StepState.FAILED), run(RunState.FAILED)))
                .containsExactly(Move.RETRY, Move.BEGIN_AGAIN, Move.ONLY, Move.ADD_FILES, Move.SKIP);
    }

    @Test
    void runningStageCanBeAborted() {
        assertThat(Move.at(stage(StepState.RUNNING), run(RunState.RUNNING)))
                .startsWith(Move.ABORT)
                .doesNotContain(Move.ADD_FILES);
    }

    @Test
    void onlyWhereTheRunStandsIsSomethingToSkip() {
        assertThat(Move.at(stage(StepState.SUCCEEDED), run(RunState.RUNNING))).containsExactly(Move.REDO, Move.ONLY);
        assertThat(Move.at(stage(StepState.PENDING), run(RunState.RUNNING))).containsExactly(Move.JUMP, Move.ONLY);
    }

    @Test
    void whatAPersonDoesIsNotRunAlone() {
        assertThat(Move.at(step(StepState.WAITING, true), run(RunState.WAITING)))
                .containsExactly(Move.BEGIN_AGAIN, Move.ADD_FILES, Move.SKIP);
    }

    @Test
    void endedRunIsContinuedByANewOne() {
        assertThat(Move.at(stage(StepState.SUCCEEDED), run(RunState.SUCCEEDED))).containsExactly(Move.START, Move.ONLY);
    }

    private static StepView stage(StepState state) {
        return step(state, false);
    }

    private static StepView step(StepState state, boolean userTask) {
        return new StepView("step", "Step", userTask, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RunView run(RunState state) {
        return new RunView(
                new UUID(0, 1),
                new UUID(0, 2),
                "pipeline",
                1,
                state,
                Instant.EPOCH,
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                true,
                new Timing(Duration.ZERO, Optional.empty()),
                0);
    }
}
