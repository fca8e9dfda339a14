package dev.winslow.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Progress;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What is to be known of one step of a run, and what one can do about it. */
public final class StepDetails extends Div {
    private static final int ATTEMPTS_SHOWN = 4;

    private final transient SteerDesk desk;
    private final Consumer<AttemptView> openLog;
    private final BiConsumer<RunView, AttemptView> openFiles;
    private final Div facts = new Div();
    private final StepActions actions;
    private transient Optional<Shown> shown = Optional.empty();

    /** Called with an attempt whose log or files the person wants to see. */
    public StepDetails(SteerDesk desk, Consumer<AttemptView> openLog, BiConsumer<RunView, AttemptView> openFiles) {
        this.desk = desk;
        this.openLog = openLog;
        this.openFiles = openFiles;
        actions = new StepActions(desk);
        addClassNames("winslow-panel", "winslow-step");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Chosen step");
        facts.addClassName("winslow-step-facts");
        add(facts, actions);
    }

    /** The buttons are made anew only where the step stands otherwise, so that a click never meets a button that has just gone. */
    public void show(RunView run, StepView step) {
        List<AttemptView> attempts = desk.attempts(run).stream()
                .filter(attempt -> attempt.stageId().equals(step.id()))
                .toList()
                .reversed();
        Shown now = new Shown(
                run.id(),
                run.paused(),
                step.id(),
                step.state(),
                step.latestAttempt().map(AttemptView::id));
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            actions.show(run, step);
        }
        facts.removeAll();
        facts.add(new H2(step.name()), new StateBadge(step.state()));
        step.waitingBecause().ifPresent(reason -> facts.add(new Paragraph(reason)));
        step.openTask().ifPresent(task -> facts.add(Navigation.toTask(task, "Do it now")));
        attempts.stream().findFirst().ifPresent(this::addLatest);
        addAttempts(run, attempts);
    }

    private void addLatest(AttemptView attempt) {
        if (!attempt.state().isFinal()) {
            attempt.progress().forEach(this::addProgress);
            attempt.timing().left().ifPresent(left -> addSaid(Words.left(left)));
        }
        attempt.reason().ifPresent(reason -> {
            Paragraph words = new Paragraph(reason);
            words.addClassName("winslow-reason");
            facts.add(words);
        });
        attempt.reuse().ifPresent(reuse -> addSaid(reuse.sentence()));
        attempt.startedAt().ifPresent(start -> addFact("Started", Words.time(start)));
        attempt.nodeName().ifPresent(node -> addFact("Node", node));
        addFact("Image", attempt.image());
        if (attempt.warnings() > 0) {
            addFact("Warnings", String.valueOf(attempt.warnings()));
        }
    }

    private void addAttempts(RunView run, List<AttemptView> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        facts.add(new H3(attempts.size() == 1 ? "Attempt" : "Attempts"));
        attempts.stream().limit(ATTEMPTS_SHOWN).forEach(attempt -> facts.add(row(run, attempt)));
        if (attempts.size() > ATTEMPTS_SHOWN) {
            Span more = new Span("and %d earlier, in the history".formatted(attempts.size() - ATTEMPTS_SHOWN));
            more.addClassName("winslow-secondary");
            facts.add(more);
        }
    }

    private Div row(RunView run, AttemptView attempt) {
        Span number = new Span(String.valueOf(attempt.number()));
        number.addClassName("winslow-secondary");
        Span took = new Span(
                StepMark.took(attempt).or(() -> StepMark.percent(attempt)).orElse(""));
        took.addClassName("winslow-figure");
        String of = " of " + attempt.stageName() + ", attempt " + attempt.number();
        Button log = small("Log", "Log" + of);
        log.addClickListener(click -> openLog.accept(attempt));
        Button files = small("Files", "Files" + of);
        files.addClickListener(click -> openFiles.accept(run, attempt));
        Div row = new Div(number, new StateBadge(attempt.state()), took, log, files);
        row.addClassName("winslow-attempt");
        return row;
    }

    private static Button small(String words, String label) {
        Button button = new Button(words);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private void addProgress(Progress progress) {
        ProgressBar bar = new ProgressBar(0, 1, StepMark.share(progress));
        bar.getElement().setAttribute("aria-label", progress.subject());
        Div row = new Div(new Span(progress.subject()), bar, new Span(Math.round(progress.percent()) + " %"));
        row.addClassName("winslow-progress");
        facts.add(row);
    }

    private void addSaid(String sentence) {
        Paragraph words = new Paragraph(sentence);
        words.addClassName("winslow-secondary");
        facts.add(words);
    }

    private void addFact(String name, String value) {
        Div fact = new Div(new Span(name), new Span(value));
        fact.addClassName("winslow-fact");
        facts.add(fact);
    }

    private record Shown(UUID run, boolean paused, String step, StepState state, Optional<UUID> attempt) {}
}
