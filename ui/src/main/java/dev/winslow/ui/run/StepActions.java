package dev.winslow.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Notices;
import java.util.List;

/** The buttons of a step. Each says what it will do before it does it. */
final class StepActions extends Div {
    private final transient SteerDesk desk;

    StepActions(SteerDesk desk) {
        this.desk = desk;
        addClassName("winslow-step-actions");
    }

    void show(RunView run, StepView step) {
        removeAll();
        List<Move> moves = Move.at(step, run);
        moves.forEach(move -> add(button(run, step, move)));
    }

    private Button button(RunView run, StepView step, Move move) {
        Button button = new Button(move.words(), move.icon().create(), click -> act(run, step, move));
        button.addThemeVariants(ButtonVariant.SMALL);
        switch (move) {
            case RETRY -> {
                button.addThemeVariants(ButtonVariant.PRIMARY);
                button.setTooltipText("Puts it back into the queue, with the same files and all its tries.");
            }
            case ABORT -> button.addThemeVariants(ButtonVariant.ERROR);
            case BEGIN_AGAIN, REDO, JUMP, START, ONLY, SKIP -> {}
        }
        return button;
    }

    private void act(RunView run, StepView step, Move move) {
        switch (move) {
            case RETRY -> Notices.attempt(() -> desk.retry(run, step));
            case ABORT -> step.latestAttempt().ifPresent(this::confirmAbort);
            case BEGIN_AGAIN, REDO, JUMP, START, ONLY, SKIP -> new SteerDialog(desk, run, step, move).open();
        }
    }

    private void confirmAbort(AttemptView attempt) {
        ConfirmDialog confirm = new ConfirmDialog(
                "Abort attempt %d of %s?".formatted(attempt.number(), attempt.stageName()),
                "%s is asked to stop it. It then counts as failed and is not tried again; the run waits there for you. Its log and what it has left stay."
                        .formatted(attempt.nodeName().orElse("The node")),
                "Abort attempt",
                event -> Notices.attempt(() -> desk.abort(attempt)));
        confirm.setCancelable(true);
        confirm.setCancelText("Let it run");
        confirm.setConfirmButtonTheme("error primary");
        confirm.open();
    }
}
