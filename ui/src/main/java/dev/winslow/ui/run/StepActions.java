package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Confirmation;
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
                button.setTooltipText(
                        t(
                                "Puts it back into the queue, with the same files, what was added meanwhile, and all its tries."));
            }
            case ABORT -> button.addThemeVariants(ButtonVariant.ERROR);
            case BEGIN_AGAIN, REDO, JUMP, START, ONLY, ADD_FILES, SKIP -> {}
        }
        return button;
    }

    private void act(RunView run, StepView step, Move move) {
        switch (move) {
            case RETRY -> Notices.attempt(() -> desk.retry(run, step));
            case ABORT -> confirmAbort(desk.running(run, step), () -> desk.abort(run, step));
            case ADD_FILES -> new AddFilesDialog(desk.files(), run, step).open();
            case BEGIN_AGAIN, REDO, JUMP, START, ONLY, SKIP -> new SteerDialog(desk, run, step, move).open();
        }
    }

    private static void confirmAbort(List<AttemptView> running, Command abort) {
        if (running.isEmpty()) {
            Notices.done(t("Nothing runs there any more."));
            return;
        }
        ConfirmDialog confirm = Confirmation.ofLoss(
                question(running),
                t(
                        "{0} is asked to stop it. It then counts as failed and is not tried again; the run waits there for you. Its log and what it has left stay.",
                        node(running)),
                t("Abort attempt"),
                () -> Notices.attempt(abort));
        confirm.setCancelText(t("Let it run"));
        confirm.open();
    }

    private static String question(List<AttemptView> running) {
        AttemptView attempt = running.getFirst();
        return running.size() == 1
                ? t("Abort attempt {0} of {1}?", attempt.number(), attempt.stageName())
                : t("Abort all {0} attempts of {1} that run?", running.size(), attempt.stageName());
    }

    private static String node(List<AttemptView> running) {
        List<String> nodes = running.stream()
                .flatMap(attempt -> attempt.nodeName().stream())
                .distinct()
                .toList();
        return nodes.isEmpty() ? t("The node") : String.join(", ", nodes);
    }
}
