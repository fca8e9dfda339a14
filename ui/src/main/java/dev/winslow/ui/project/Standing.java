package dev.winslow.ui.project;

import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param percent of its stages; what runs counts by its own progress
 * @param left how much longer it takes, in steps of ten seconds; empty where that is not known
 */
record Standing(int percent, Optional<Duration> left) {
    private static final long STEP_SECONDS = 10;

    static Standing of(RunView run) {
        List<StepView> stages =
                run.steps().stream().filter(step -> !step.userTask()).toList();
        double done = stages.stream().mapToDouble(Standing::done).sum();
        return new Standing(
                stages.isEmpty() ? 0 : (int) (100 * done / stages.size()),
                run.timing().left().map(Standing::rounded));
    }

    private static double done(StepView step) {
        return switch (step.state()) {
            case SUCCEEDED -> 1;
            case RUNNING -> ofRunning(step);
            case PENDING, QUEUED, WAITING, PAUSED, FAILED -> 0;
        };
    }

    private static double ofRunning(StepView step) {
        return step.latestAttempt()
                .filter(attempt -> !attempt.progress().isEmpty())
                .map(attempt -> Math.clamp(attempt.progress().getLast().percent() / 100, 0, 1))
                .orElse(0.0);
    }

    private static Duration rounded(Duration left) {
        return Duration.ofSeconds(left.toSeconds() / STEP_SECONDS * STEP_SECONDS);
    }
}
