package dev.winslow.ui.study;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The studies of a project: one of them with its table, and the way to a new one. */
public final class StudiesPanel extends Div {
    private final transient StudyDesk desk;
    private final Select<UUID> choice = new Select<>();
    private final Button start = new Button(t("Start a study"), VaadinIcon.PLUS.create(), click -> open());
    private final Div empty = Pages.empty(
            t("No studies yet"),
            t(
                    "A study runs the pipeline once for each combination of some variables' values, and shows what came of each side by side."));
    private final StudyPanel panel;
    private transient Optional<ProjectView> project = Optional.empty();
    private transient Map<UUID, String> names = Map.of();

    /** @param openLog called with a run of a study whose log the person wants to read */
    public StudiesPanel(StudyDesk desk, Consumer<UUID> openLog) {
        this.desk = desk;
        addClassName("winslow-studies");
        panel = new StudyPanel(desk, openLog);
        choice.setLabel(t("Study"));
        choice.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        choice.setWidth("min(26rem, 100%)");
        choice.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                refresh();
            }
        });
        start.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(choice, start);
        bar.addClassName("winslow-bar");
        add(bar, empty, panel);
    }

    public void show(ProjectView view) {
        project = Optional.of(view);
        start.setVisible(view.may().includes(Right.CHANGE));
        Map<UUID, String> now = new LinkedHashMap<>();
        desk.all(view.id()).forEach(study -> now.put(study.id(), study.name() + " · " + Words.time(study.createdAt())));
        choice.setVisible(!now.isEmpty());
        empty.setVisible(now.isEmpty());
        if (!List.copyOf(now.entrySet()).equals(List.copyOf(names.entrySet()))) {
            Optional<UUID> before = choice.getOptionalValue();
            names = now;
            choice.setItems(now.keySet());
            before.filter(now::containsKey)
                    .or(() -> now.keySet().stream().findFirst())
                    .ifPresent(choice::setValue);
        }
        refresh();
    }

    private void refresh() {
        Optional<ProjectView> view = project;
        panel.show(
                view.flatMap(one -> choice.getOptionalValue().flatMap(study -> desk.study(one.id(), study))),
                view.filter(one -> one.may().includes(Right.CHANGE)).isPresent());
    }

    private void open() {
        project.ifPresent(view -> new StudyDialog(desk, view, started -> {
                    show(view);
                    if (names.containsKey(started)) {
                        choice.setValue(started);
                        refresh();
                    }
                })
                .open());
    }
}
