package dev.winslow.ui.variable;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Optional;

/** The variables that count, with the level that each comes from and those that it stands above. */
public final class VariablesPanel extends Div {
    private final transient VariableDesk desk;
    private final Select<StageSpec> stage = new Select<>();
    private final Div rows = new Div();
    private final Button add;
    private transient Optional<ProjectView> project = Optional.empty();
    private transient Optional<RunView> run = Optional.empty();
    private transient List<StageSpec> offered = List.of();
    private transient List<VariableView> shown = List.of();

    public VariablesPanel(VariableDesk desk) {
        this.desk = desk;
        addClassName("winslow-variable-panel");
        stage.setLabel(t("As seen by"));
        stage.setItemLabelGenerator(each -> each == null ? t("all stages") : each.name());
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(t("all stages"));
        stage.addValueChangeListener(change -> refresh());
        add = new Button(t("Set a variable"), VaadinIcon.PLUS.create(), click -> edit(Optional.empty()));
        Div bar = new Div(stage, add);
        bar.addClassName("winslow-bar");
        rows.addClassName("winslow-variable-rows");
        rows.getElement().setAttribute("role", "table").setAttribute("aria-label", t("Variables"));
        Paragraph order = new Paragraph(
                t(
                        "Of several levels the last one counts: all projects, pipeline, this project, this run, stage. Changes are for stages that start from now on."));
        order.addClassName("winslow-secondary");
        add(bar, order, rows);
    }

    public void show(ProjectView projectView, Optional<RunView> runView) {
        if (!project.map(ProjectView::may).equals(Optional.of(projectView.may()))) {
            shown = List.of();
            rows.removeAll();
        }
        project = Optional.of(projectView);
        run = runView;
        add.setVisible(mayChange());
        List<StageSpec> stages = desk.stages(projectView, runView);
        if (!stages.equals(offered)) {
            offered = stages;
            stage.setItems(stages);
        }
        stage.setVisible(!stages.isEmpty());
        refresh();
    }

    private void refresh() {
        project.ifPresent(view -> {
            List<VariableView> now = desk.views(view, run, stage.getOptionalValue());
            if (!now.equals(shown) || rows.getComponentCount() == 0) {
                shown = now;
                rows.removeAll();
                now.forEach(variable -> rows.add(row(variable)));
                if (now.isEmpty()) {
                    rows.add(Pages.empty(
                            t("No variables"),
                            t("Set one for the project or the run; stages see it as part of their environment.")));
                }
            }
        });
    }

    private Div row(VariableView variable) {
        Span name = cell(variable.name());
        name.addClassNames("winslow-code", "winslow-strong");
        Span value = cell(variable.secret() ? t("secret") : variable.value().orElse(""));
        value.addClassName(variable.secret() ? "winslow-secondary" : "winslow-code");
        Div row = new Div(name, value, levels(variable), actions(variable));
        row.getElement().setAttribute("role", "row");
        row.addClassName("winslow-variable-row");
        return row;
    }

    private static Span cell(String text) {
        Span cell = new Span(text);
        cell.getElement().setAttribute("role", "cell");
        return cell;
    }

    private static Div levels(VariableView variable) {
        Div levels = new Div();
        levels.getElement().setAttribute("role", "cell");
        levels.addClassName("winslow-levels");
        List<String> below = List.of(variable.overridden().split(","));
        for (Origin origin : Origin.values()) {
            if (origin == variable.origin()) {
                Span counts = new Span(OriginWords.of(origin));
                counts.addClassName("winslow-level-counts");
                levels.add(counts);
            } else if (below.contains(origin.name())) {
                Span hidden = new Span(OriginWords.of(origin));
                hidden.addClassName("winslow-level-hidden");
                hidden.setTitle(t("Also set there, which does not count here"));
                levels.add(hidden);
            }
        }
        return levels;
    }

    private Div actions(VariableView variable) {
        Div actions = new Div();
        actions.getElement().setAttribute("role", "cell");
        actions.addClassName("winslow-row-actions");
        if (!mayChange()) {
            return actions;
        }
        if (variable.origin() != Origin.STAGE) {
            actions.add(button(t("Change"), variable, () -> edit(Optional.of(variable))));
        }
        if (variable.origin() == Origin.PROJECT
                || (variable.origin() == Origin.RUN && openRun().isPresent())) {
            actions.add(button(t("Unset"), variable, () -> unset(variable)));
        }
        return actions;
    }

    private static Button button(String words, VariableView variable, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(t("{0}: {1}", words, variable.name()));
        return button;
    }

    private void edit(Optional<VariableView> variable) {
        project.ifPresent(view -> new VariableDialog(desk, view.id(), openRun(), variable, this::refresh).open());
    }

    private void unset(VariableView variable) {
        boolean done = Notices.attempt(() -> {
            if (variable.origin() == Origin.RUN) {
                desk.removeFromRun(openRun().orElseThrow().id(), variable.name());
            } else {
                desk.removeFromProject(project.orElseThrow().id(), variable.name());
            }
        });
        if (done) {
            Notices.done(t("{0} is no longer set for {1}.", variable.name(), OriginWords.of(variable.origin())));
            refresh();
        }
    }

    private boolean mayChange() {
        return project.filter(view -> view.may().includes(Right.CHANGE)).isPresent();
    }

    private Optional<RunView> openRun() {
        return run.filter(view -> !view.state().isFinal());
    }
}
