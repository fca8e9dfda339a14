package dev.winslow.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.run.RunWithAttempts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A run on its diagram, and the step that is looked at. */
public final class RunPanel {
    private static final List<StepState> INTEREST =
            List.of(StepState.FAILED, StepState.RUNNING, StepState.WAITING, StepState.QUEUED, StepState.PAUSED);

    private final Function<RunView, Optional<String>> drawing;
    private final PipelineDiagram diagram = new PipelineDiagram();
    private final StepList list = new StepList(this::choose);
    private final StepDetails details;
    private Consumer<StepView> onChoice = step -> {};
    private final Div drawn = new Div();
    private Optional<Plan> drawnRun = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private Optional<RunWithAttempts> tried = Optional.empty();

    /**
     * @param drawing the BPMN of a run's pipeline
     * @param openLog called with an attempt whose log the person wants to read
     * @param openFiles called with one whose files the person wants to see
     */
    public RunPanel(
            SteerDesk desk,
            Function<RunView, Optional<String>> drawing,
            Consumer<AttemptView> openLog,
            BiConsumer<RunView, AttemptView> openFiles) {
        this.drawing = drawing;
        details = new StepDetails(desk, openLog, openFiles);
        diagram.onChoice(this::choose);
        drawn.add(diagram, list);
        drawn.addClassNames("winslow-panel", "winslow-flush", "winslow-drawing");
    }

    public Component diagram() {
        return drawn;
    }

    public Component details() {
        return details;
    }

    public void setVisible(boolean visible) {
        drawn.setVisible(visible);
        details.setVisible(visible);
    }

    /** Whether the person may steer the run. */
    public void offerMoves(boolean offer) {
        details.offerMoves(offer);
    }

    /** Called with a step that the person chose. */
    public void onChoice(Consumer<StepView> listener) {
        onChoice = listener;
    }

    public void show(RunWithAttempts now) {
        RunView view = now.run();
        tried = Optional.of(now);
        Plan plan = new Plan(view.id(), view.pipelineVersion());
        if (!drawnRun.equals(Optional.of(plan))) {
            drawnRun = Optional.of(plan);
            chosen = Optional.empty();
            drawing.apply(view).ifPresent(diagram::show);
        }
        showStep();
    }

    /** A click on what is no step (a gateway, the canvas) goes back to following the run. */
    public void choose(String element) {
        chosen = run().flatMap(view -> step(view, element)).map(StepView::id);
        showStep();
        shown().filter(step -> chosen.isPresent()).ifPresent(onChoice);
    }

    /** The step that is looked at. */
    public Optional<StepView> shown() {
        return run().flatMap(view -> chosen.flatMap(id -> step(view, id)).or(() -> ofInterest(view)));
    }

    private void showStep() {
        Optional<StepView> step = shown();
        tried.ifPresent(now -> {
            List<StepView> steps = now.run().steps();
            diagram.mark(steps);
            diagram.choose(chosen);
            list.show(steps, step.map(StepView::id));
            step.ifPresent(each -> details.show(now, each));
        });
        details.setVisible(step.isPresent());
    }

    private Optional<RunView> run() {
        return tried.map(RunWithAttempts::run);
    }

    private static Optional<StepView> step(RunView view, String id) {
        return view.steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The step that a person most likely wants to see: what failed, what runs, what waits; else the last that was done. */
    private static Optional<StepView> ofInterest(RunView view) {
        return INTEREST.stream()
                .flatMap(state -> view.steps().stream().filter(step -> step.state() == state))
                .findFirst()
                .or(() -> view.steps().stream()
                        .filter(step -> step.state() == StepState.SUCCEEDED)
                        .reduce((first, second) -> second))
                .or(() -> view.steps().stream().findFirst());
    }

    /** What is drawn: a run may go on with another version of its pipeline. */
    private record Plan(UUID run, int version) {}
}
