package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class RunTableTest {
    private static final UUID RUN = new UUID(2, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void saysOfAStepThatWaitsWhyItDoesAndNotHowItFailedBefore() {
        assertThat(RunTable.of(run(StepState.FAILED, Optional.empty()))).contains("The stage ended with exit code 3.");
        assertThat(RunTable.of(run(StepState.QUEUED, Optional.of("No node is there."))))
                .contains("No node is there.")
                .doesNotContain("exit code 3");
        assertThat(RunTable.of(run(StepState.QUEUED, Optional.empty()))).doesNotContain("exit code 3");
    }

    private static RunView run(StepState state, Optional<String> waitingBecause) {
        return new RunView(
                RUN,
                new UUID(1, 1),
                "hello-video",
                1,
                RunState.RUNNING,
                NOON,
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                List.of(new StepView(
                        "detect", "Detect", false, state, Optional.of(failed()), Optional.empty(), waitingBecause)),
                true,
                new Timing(Duration.ZERO, Optional.empty()),
                0);
    }

    private static AttemptView failed() {
        return new AttemptView(
                new UUID(3, 3),
                RUN,
                "detect",
                "Detect",
                1,
                AttemptState.FAILED,
                Optional.of("node"),
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(3),
                Optional.of("The stage ended with exit code 3."),
                List.of(),
                0,
                "tool:1",
                List.of(),
                Map.of(),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }
}
