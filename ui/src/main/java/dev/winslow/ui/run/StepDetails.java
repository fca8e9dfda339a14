package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.stage.UsageLevel;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.ui.language.Texts;
import dev.winslow.ui.shell.Drawn;
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
    private final transient SteerDesk desk;
    private final Div head = new Div();
    private final Div facts = new Div();
    private final StepAttempts tries;
    private final StepActions actions;
    private final Drawn drawnHead = new Drawn();
    private final Drawn drawnFacts = new Drawn();
    private final Drawn drawnActions = new Drawn();

    /** Called with an attempt whose log or files the person wants to see. */
    public StepDetails(SteerDesk desk, Consumer<AttemptView> openLog, BiConsumer<RunView, AttemptView> openFiles) {
        this.desk = desk;
        tries = new StepAttempts(openLog, openFiles);
        actions = new StepActions(desk);
        addClassNames("winslow-panel", "winslow-step");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Chosen step"));
        head.addClassName("winslow-step-facts");
        facts.addClassName("winslow-step-facts");
        add(head, facts, tries, actions);
    }

    /** What can be clicked is made anew only where the step stands otherwise, so that a click never meets what has just gone. */
    public void show(RunWithAttempts tried, StepView step) {
        RunView run = tried.run();
        List<AttemptView> attempts = tried.attempts().stream()
                .filter(attempt -> attempt.stageId().equals(step.id()))
                .toList()
                .reversed();
        Shown now = new Shown(
                run.id(),
                run.state().isFinal(),
                run.paused(),
                step.id(),
                step.state(),
                step.latestAttempt().map(AttemptView::id));
        drawnActions.show(now, () -> actions.show(run, step));
        drawnHead.show(
                new Head(step.name(), step.state(), step.waitingBecause(), step.openTask()), () -> drawHead(step));
        Optional<AttemptView> latest = attempts.stream().findFirst();
        Latest known = new Latest(latest, latest.flatMap(desk::usage));
        drawnFacts.show(known, () -> drawFacts(known));
        tries.show(run, attempts);
    }

    private void drawHead(StepView step) {
        head.removeAll();
        head.add(new H2(step.name()), new StateBadge(step.state()));
        step.waitingBecause().ifPresent(reason -> head.add(new Paragraph(reason)));
        step.openTask().ifPresent(task -> head.add(Navigation.toTask(task, t("Do it now"))));
    }

    void offerMoves(boolean offer) {
        actions.setVisible(offer);
    }

    private void drawFacts(Latest latest) {
        facts.removeAll();
        facts.setVisible(latest.attempt().isPresent());
        latest.attempt().ifPresent(attempt -> addLatest(attempt, latest.usage()));
    }

    private void addLatest(AttemptView attempt, Optional<AttemptUsage> used) {
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
        attempt.startedAt().ifPresent(start -> addFact(t("Started"), Words.time(start)));
        attempt.nodeName().ifPresent(node -> addFact(t("Node"), node));
        addFact(t("Image"), attempt.image());
        used.filter(usage -> usage.peak().memoryBytes() > 0).ifPresent(this::addUsage);
        if (attempt.warnings() > 0) {
            addFact(t("Warnings"), String.valueOf(attempt.warnings()));
        }
    }

    private void addUsage(AttemptUsage usage) {
        UsageLevel mean = usage.mean();
        UsageLevel peak = usage.peak();
        addFact(t("Cores used"), t("{0}, at most {1}", tenths(mean.cores()), tenths(peak.cores())));
        addFact(t("Memory used"), t("at most {0}", Words.size(peak.memoryBytes())));
        if (peak.gpuMemoryBytes() > 0 || peak.gpus() > 0) {
            addFact(t("GPUs used"), t("{0}, at most {1}", tenths(mean.gpus()), tenths(peak.gpus())));
            addFact(t("GPU memory used"), t("at most {0}", Words.size(peak.gpuMemoryBytes())));
        }
    }

    private static String tenths(double level) {
        return Texts.number(Math.round(level * 10) / 10.0);
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

    private record Head(String name, StepState state, Optional<String> waitingBecause, Optional<UUID> openTask) {}

    private record Latest(Optional<AttemptView> attempt, Optional<AttemptUsage> usage) {}

    private record Shown(
            UUID run, boolean ended, boolean paused, String step, StepState state, Optional<UUID> attempt) {}
}
