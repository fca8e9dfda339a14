package dev.winslow.ui.project;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All projects, with how they stand. */
@Route(Navigation.PROJECTS)
@PageTitle("Projects – Winslow")
@PermitAll
public class ProjectsView extends Main implements BeforeEnterObserver {
    private final transient ListDesk desk;
    private final transient NewProjectDialog.Factory dialogs;
    private final ProjectGrid grid = new ProjectGrid();
    private final ListFilter filter = new ListFilter(this::refresh);
    private final BulkBar bulk;

    ProjectsView(ListDesk desk, NewProjectDialog.Factory dialogs, LiveUpdates live) {
        this.desk = desk;
        this.dialogs = dialogs;
        addClassName("winslow-page");
        Button create = new Button(
                "New project",
                VaadinIcon.PLUS.create(),
                click -> dialogs.create().open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        bulk = new BulkBar(desk, grid::deselectAll, this::refresh);
        grid.onSelection(bulk::show);
        Div list = Pages.panel(grid);
        list.addClassName("winslow-flush");
        add(Pages.head("Projects", create), filter.states(), filter, bulk, list);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters asked = enter.getLocation().getQueryParameters();
        filter.take(asked);
        if (asked.getParameters().containsKey("new")) {
            dialogs.create().open();
        }
    }

    private void refresh() {
        List<ProjectView> all = desk.all();
        filter.show(all);
        grid.show(all.stream().filter(filter::suits).toList());
    }
}
