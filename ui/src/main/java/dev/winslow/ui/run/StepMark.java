package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Progress;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How a step shows on the diagram: the state gives its colour, the label its badge. */
public record StepMark(String state, String label) {
    /** Nothing for a step that the run has not reached. */
    static Optional<StepMark> of(StepView step) {
        return step.state() == StepState.PENDING
                ? Optional.empty()
                : Optional.of(new StepMark(step.state().name().toLowerCase(Locale.ENGLISH), label(step)));
    }

    private static String label(StepView step) {
        return switch (step.state()) {
            case PENDING, SUCCEEDED ->
                step.latestAttempt().flatMap(StepMark::took).orElse("");
            case RUNNING -> step.latestAttempt().flatMap(StepMark::percent).orElseGet(() -> t("running"));
            case WAITING -> t("waits for you");
            case QUEUED -> t("queued");
            case PAUSED -> t("paused");
            case FAILED -> t("failed");
        };
    }

    static Optional<String> took(AttemptView attempt) {
        return attempt.startedAt()
                .flatMap(start -> attempt.endedAt().map(end -> Words.duration(Duration.between(start, end))));
    }

    static Optional<String> percent(AttemptView attempt) {
        return attempt.progress().isEmpty()
                ? Optional.empty()
                : Optional.of(Math.round(attempt.progress().getLast().percent()) + " %");
    }

    static double share(Progress progress) {
        return Math.clamp(progress.percent() / 100, 0, 1);
    }
}
