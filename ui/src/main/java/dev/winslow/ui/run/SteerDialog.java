package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.variable.VariableFields;
import java.util.Optional;

/** Says what taking a run to a step would do, asks with which files and variables, and does it. */
final class SteerDialog extends Dialog {
    private final transient SteerDesk desk;
    private final transient RunView run;
    private final transient StepView step;
    private final Move move;
    private final Div says = new Div();
    private final WorkspaceField workspace;
    private final Checkbox pauseAfter = new Checkbox(t("Pause once this step is done"));
    private final Checkbox resume = new Checkbox(t("Resume the run, which is paused"));
    private final VariableFields variables;
    private final Button confirm = new Button();
    /** Another one than the step once the person has taken up what was offered instead. */
    private String target;

    SteerDialog(SteerDesk desk, RunView run, StepView step, Move move) {
        this.desk = desk;
        this.run = run;
        this.step = step;
        this.move = move;
        target = step.id();
        boolean tried = desk.attempts(run).stream()
                .anyMatch(attempt -> attempt.stageId().equals(step.id()));
        workspace = run.state().isFinal()
                ? WorkspaceField.ofNewRun(desk.ended(run.projectId()))
                : WorkspaceField.ofOpenRun(tried, desk.ended(run.projectId()));
        variables = new VariableFields(desk.variables(run.id()));
        setHeaderTitle(move.words() + ": " + step.name());
        setWidth("min(620px, 94vw)");
        says.addClassName("winslow-says");
        says.getElement().setAttribute("role", "status");
        add(form());
        confirm.setText(move.words());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(click -> confirm());
        getFooter().add(new Button(t("Cancel"), click -> close()), confirm);
        say();
    }

    private Div form() {
        workspace.setVisible(move != Move.SKIP);
        pauseAfter.setValue(move == Move.ONLY);
        pauseAfter.setVisible(move != Move.SKIP);
        pauseAfter.addValueChangeListener(change -> say());
        resume.setVisible(run.paused() && move != Move.SKIP);
        resume.setValue(true);
        Details more = new Details(t("Variables"), variables);
        more.setWidthFull();
        Div form = new Div(says, workspace, pauseAfter, resume, more);
        form.addClassName("winslow-form");
        return form;
    }

    private void say() {
        says.removeAll();
        says.removeClassName("winslow-refused");
        boolean possible = switch (move) {
            case SKIP -> sayThatItIsLeft();
            case START, ONLY -> run.state().isFinal() ? sayThatARunBegins() : sayWhereItGoes();
            case RETRY, ABORT, BEGIN_AGAIN, REDO, JUMP, ADD_FILES -> sayWhereItGoes();
        };
        confirm.setEnabled(possible);
    }

    private boolean sayThatItIsLeft() {
        says.add(new Paragraph(t(
                "The run leaves \"{0}\" as if it were done. What follows begins with the files that it would have begun with.",
                step.name())));
        step.latestAttempt()
                .filter(attempt -> !attempt.state().isFinal())
                .ifPresent(attempt ->
                        says.add(new Paragraph(t("Attempt {0}, which runs, is stopped.", attempt.number()))));
        return true;
    }

    private boolean sayThatARunBegins() {
        says.add(new Paragraph(t(
                        "A new run begins at \"{0}\", in the newest version of the pipeline, with the variables of this one.",
                        step.name())
                + andThen()));
        return true;
    }

    private boolean sayWhereItGoes() {
        JumpPreview preview = desk.preview(run, target);
        says.add(new Paragraph(preview.sentence() + (preview.possible() ? andThen() : "")));
        says.setClassName("winslow-refused", !preview.possible());
        preview.nearest().ifPresent(nearest -> {
            Button instead = new Button(t("Go to \"{0}\" instead", nearest), click -> {
                target = nearest;
                pauseAfter.setValue(false);
                say();
            });
            instead.addThemeVariants(ButtonVariant.SMALL);
            says.add(instead);
        });
        return preview.possible();
    }

    private String andThen() {
        return Boolean.TRUE.equals(pauseAfter.getValue())
                ? " " + t("Once \"{0}\" is done it pauses.", step.name())
                : "";
    }

    private void confirm() {
        if (variables.isValid() && Notices.attempt(this::act)) {
            close();
        }
    }

    private void act() {
        Optional<String> pause = Boolean.TRUE.equals(pauseAfter.getValue()) ? Optional.of(step.id()) : Optional.empty();
        if (move == Move.SKIP) {
            desk.skip(run, step.id(), variables.changed());
        } else if (run.state().isFinal()) {
            desk.startAfter(run, new StartRun(variables.changed(), Optional.of(target), workspace.choice(), pause));
        } else {
            desk.jump(run, new Jump(target, variables.changed(), workspace.choice(), pause));
            if (run.paused() && Boolean.TRUE.equals(resume.getValue())) {
                desk.resume(run, pause);
            }
        }
    }
}
