package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All projects, with how they stand. */
@Route(Navigation.PROJECTS)
@PermitAll
@StyleSheet("winslow-projects.css")
public class ProjectsView extends Main implements HasDynamicTitle, BeforeEnterObserver {
    private final transient ListDesk desk;
    private final transient NewProjectDialog.Factory dialogs;
    private final ListFilter filter = new ListFilter(this::changed);
    private final ListLayout layout = new ListLayout(this::changed);
    private final ProjectSections sections;
    private final BulkBar bulk;

    ProjectsView(ListDesk desk, NewProjectDialog.Factory dialogs, LiveUpdates live) {
        this.desk = desk;
        this.dialogs = dialogs;
        addClassName("winslow-page");
        Button create = new Button(
                t("New project"),
                VaadinIcon.PLUS.create(),
                click -> dialogs.create().open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        bulk = new BulkBar(desk, this::deselect, this::refresh);
        sections = new ProjectSections(bulk::show);
        Div choice = new Div(filter, layout);
        choice.addClassName("winslow-list-choice");
        SavedViewsBar saved = new SavedViewsBar(desk.views(), () -> asked().getQueryString());
        add(Pages.head(t("Projects"), create), filter.states(), choice, saved, bulk, sections);
        live.keep(this, project -> true, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters asked = enter.getLocation().getQueryParameters();
        filter.take(asked);
        layout.take(asked);
        refresh();
        if (asked.getParameters().containsKey("new")) {
            dialogs.create().open();
        }
    }

    private void refresh() {
        List<ProjectView> all = desk.all();
        filter.show(all);
        List<Listed> suiting = desk.listed(all.stream().filter(filter::suits).toList());
        sections.show(layout.grouping().of(suiting), layout.asCards());
    }

    private void deselect() {
        sections.deselectAll();
    }

    /** What is shown stands in the address, so that it can be kept as a bookmark and sent to others. */
    private void changed() {
        refresh();
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(Navigation.PROJECTS, asked()));
    }

    private QueryParameters asked() {
        Map<String, List<String>> asked = new TreeMap<>(filter.asked());
        layout.ask(asked);
        return new QueryParameters(asked);
    }

    @Override
    public String getPageTitle() {
        return t("Projects") + " – Winslow";
    }
}
