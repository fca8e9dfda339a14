package dev.winslow.cli;

import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Reuse;
import dev.winslow.api.stage.Timing;
import java.time.Duration;

/** How a run and its steps stand. */
final class RunTable {
    private RunTable() {}

    static String of(RunView run) {
        Table table = new Table("STEP", "NAME", "STATE", "TIME", "LEFT", "WARNINGS", "ATTEMPT", "WHY");
        run.steps().forEach(step -> table.row(row(step)));
        return heading(run) + "\n" + table;
    }

    private static String heading(RunView run) {
        return "Run " + run.id() + " is " + run.state() + (run.paused() ? ", paused" : "") + ", for "
                + words(run.timing().running())
                + run.timing()
                        .left()
                        .map(left -> ", about " + words(left) + " left")
                        .orElse("")
                + switch (run.warnings()) {
                    case 0 -> "";
                    case 1 -> ", 1 warning";
                    default -> ", " + run.warnings() + " warnings";
                };
    }

    private static Object[] row(StepView step) {
        return new Object[] {
            step.id(),
            step.name(),
            step.state(),
            step.latestAttempt()
                    .map(AttemptView::timing)
                    .map(Timing::running)
                    .map(RunTable::words)
                    .orElse(""),
            step.latestAttempt()
                    .map(AttemptView::timing)
                    .flatMap(Timing::left)
                    .map(RunTable::words)
                    .orElse(""),
            step.latestAttempt()
                    .map(AttemptView::warnings)
                    .filter(warnings -> warnings > 0)
                    .map(String::valueOf)
                    .orElse(""),
            step.latestAttempt().map(attempt -> attempt.id().toString()).orElse(""),
            why(step)
        };
    }

    /** Of a step that waits, why it does: how an earlier attempt ended is not why. */
    private static String why(StepView step) {
        return step.waitingBecause()
                .or(() -> step.latestAttempt()
                        .filter(attempt -> step.state() != StepState.QUEUED)
                        .flatMap(AttemptView::reason))
                .or(() -> step.latestAttempt().flatMap(AttemptView::reuse).map(Reuse::sentence))
                .orElse("");
    }

    static String words(Duration time) {
        long seconds = time.plusMillis(500).toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min " + seconds % 60 + " s";
        }
        return minutes / 60 + " h " + minutes % 60 + " min";
    }
}
