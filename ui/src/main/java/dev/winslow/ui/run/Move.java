package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import java.util.ArrayList;
import java.util.List;

/** What a person can do with a run at one of its steps. */
enum Move {
    RETRY(later("Try again"), VaadinIcon.REFRESH),
    ABORT(later("Abort attempt"), VaadinIcon.STOP),
    BEGIN_AGAIN(later("Begin again"), VaadinIcon.ROTATE_LEFT),
    REDO(later("Redo from here"), VaadinIcon.ROTATE_LEFT),
    JUMP(later("Jump here"), VaadinIcon.ARROW_FORWARD),
    START(later("Start a run here"), VaadinIcon.PLAY),
    ONLY(later("Run only this"), VaadinIcon.CROSSHAIRS),
    ADD_FILES(later("Add files here"), VaadinIcon.UPLOAD_ALT),
    SKIP(later("Skip"), VaadinIcon.STEP_FORWARD);

    private final String words;
    private final VaadinIcon icon;

    Move(String words, VaadinIcon icon) {
        this.words = words;
        this.icon = icon;
    }

    String words() {
        return t(words);
    }

    VaadinIcon icon() {
        return icon;
    }

    /** What is likeliest wanted comes first. */
    static List<Move> at(StepView step, RunView run) {
        List<Move> moves = new ArrayList<>();
        if (run.state().isFinal()) {
            moves.add(START);
        } else {
            moves.addAll(whereOpen(step));
        }
        if (!step.userTask()) {
            moves.add(ONLY);
        }
        if (!run.state().isFinal() && isStanding(step)) {
            if (step.state() != StepState.RUNNING) {
                moves.add(ADD_FILES);
            }
            moves.add(SKIP);
        }
        return moves;
    }

    private static List<Move> whereOpen(StepView step) {
        return switch (step.state()) {
            case FAILED -> List.of(RETRY, BEGIN_AGAIN);
            case RUNNING -> List.of(ABORT, BEGIN_AGAIN);
            case QUEUED, PAUSED, WAITING -> List.of(BEGIN_AGAIN);
            case SUCCEEDED -> List.of(REDO);
            case PENDING -> List.of(JUMP);
        };
    }

    private static boolean isStanding(StepView step) {
        return step.state() != StepState.PENDING && step.state() != StepState.SUCCEEDED;
    }
}
