package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.stream.Collectors;

/** The projects that a pipeline matters to. */
final class UserTable extends Div {
    private final Grid<PipelineUser> grid = new Grid<>();

    UserTable() {
        grid.addComponentColumn(user -> Navigation.toProject(user.projectId(), user.projectName()))
                .setHeader(t("Project"))
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addColumn(user -> user.based() ? t("Next run, too") : t("Only what is in progress"))
                .setHeader(t("Uses it for"))
                .setWidth("11rem");
        grid.addColumn(UserTable::openRuns).setHeader(t("Runs in progress")).setWidth("11rem");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", t("Projects that use it"));
        grid.setEmptyStateComponent(Pages.empty(
                t("No project uses it"), t("Choose it in the dialog for a new project, and it is listed here.")));
        add(grid);
        setWidthFull();
    }

    void show(List<PipelineUser> users) {
        grid.setItems(users);
    }

    private static String openRuns(PipelineUser user) {
        return user.openRuns().stream()
                .collect(Collectors.groupingBy(version -> version, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        t("version {0}", entry.getKey()) + (entry.getValue() > 1 ? " (" + entry.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
    }
}
