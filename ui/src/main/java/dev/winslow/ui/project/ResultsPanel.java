package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.artifact.OutputLabels;
import dev.winslow.ui.artifact.Results;
import dev.winslow.ui.run.SteerDesk;
import dev.winslow.ui.shell.Drawn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a run has left, or what two attempts have left beside each other. */
final class ResultsPanel extends Div {
    private final transient ProjectDesk desk;
    private final transient SteerDesk steer;
    private final Results results = new Results();
    private final Button compare = new Button(t("Compare two attempts"), VaadinIcon.SPLIT_H.create());
    private final SideBySide beside;
    private final Drawn offered = new Drawn();
    private UUID project = new UUID(0, 0);
    private transient Optional<RunView> run = Optional.empty();

    ResultsPanel(ProjectDesk desk, SteerDesk steer) {
        this.desk = desk;
        this.steer = steer;
        beside = new SideBySide(
                attempt -> steer.left(project, attempt).stream()
                        .filter(file -> file.area() == Area.OUTPUT)
                        .toList(),
                this::labels);
        beside.setVisible(false);
        compare.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        compare.getElement().setAttribute("aria-pressed", "false");
        compare.addClickListener(click -> turn());
        addClassName("winslow-results");
        add(new Div(compare), results, beside);
    }

    void show(ProjectView view, Optional<RunView> latest) {
        project = view.id();
        run = latest;
        compare.setVisible(latest.isPresent());
        if (beside.isVisible()) {
            showBeside();
        } else {
            showResults();
        }
    }

    private void showResults() {
        results.show(run.map(each -> desk.files(each, Area.OUTPUT)).orElse(List.of()), labels());
    }

    private OutputLabels labels() {
        return run.map(desk::labels).orElse(OutputLabels.NONE);
    }

    /** What there is to compare is looked for when an attempt has ended, and not with every percent. */
    private void showBeside() {
        List<UUID> attempts = run.map(RunView::steps).orElse(List.of()).stream()
                .flatMap(step -> step.latestAttempt().stream())
                .filter(attempt -> attempt.state().isFinal())
                .map(AttemptView::id)
                .toList();
        offered.show(attempts, () -> beside.offer(steer.ended(project)));
    }

    private void turn() {
        boolean both = !beside.isVisible();
        beside.setVisible(both);
        results.setVisible(!both);
        compare.getElement().setAttribute("aria-pressed", String.valueOf(both));
        if (both) {
            showBeside();
        } else {
            showResults();
        }
    }
}
