package dev.winslow.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Progress;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.function.Consumer;

/** What is to be known of one step of a run, and what one can do about it. */
public final class StepDetails extends Div {
    private final Consumer<StepView> retry;

    /** The retry is called with a failed step that the person wants to have run again. */
    public StepDetails(Consumer<StepView> retry) {
        this.retry = retry;
        addClassNames("winslow-panel", "winslow-step");
    }

    public void show(StepView step) {
        removeAll();
        add(new H2(step.name()), new StateBadge(step.state()));
        step.waitingBecause().ifPresent(reason -> add(new Paragraph(reason)));
        step.openTask().ifPresent(task -> add(Navigation.toTask(task, "Do it now")));
        step.latestAttempt().ifPresent(this::addAttempt);
        if (step.state() == StepState.FAILED) {
            Button again = new Button("Try again", VaadinIcon.REFRESH.create(), click -> retry.accept(step));
            add(
                    new Paragraph(
                            "The log tells more. Once the cause is mended, let the stage run again from the same files."),
                    again);
        }
    }

    private void addAttempt(AttemptView attempt) {
        if (!attempt.state().isFinal()) {
            attempt.progress().forEach(this::addProgress);
        }
        attempt.reason().ifPresent(reason -> {
            Paragraph words = new Paragraph(reason);
            words.addClassName("winslow-reason");
            add(words);
        });
        attempt.startedAt().ifPresent(start -> addFact("Started", Words.time(start)));
        StepMark.took(attempt).ifPresent(took -> addFact("Took", took));
        attempt.nodeName().ifPresent(node -> addFact("Node", node));
        addFact("Attempt", String.valueOf(attempt.number()));
        addFact("Image", attempt.image());
        if (attempt.warnings() > 0) {
            addFact("Warnings", String.valueOf(attempt.warnings()));
        }
    }

    private void addProgress(Progress progress) {
        ProgressBar bar = new ProgressBar(0, 1, StepMark.share(progress));
        bar.getElement().setAttribute("aria-label", progress.subject());
        Div row = new Div(new Span(progress.subject()), bar, new Span(Math.round(progress.percent()) + " %"));
        row.addClassName("winslow-progress");
        add(row);
    }

    private void addFact(String name, String value) {
        Div fact = new Div(new Span(name), new Span(value));
        fact.addClassName("winslow-fact");
        add(fact);
    }
}
