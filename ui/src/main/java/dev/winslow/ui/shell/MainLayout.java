package dev.winslow.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import dev.winslow.engine.task.TaskService;
import dev.winslow.ui.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The frame around every page: where one can go, and what waits for a person. */
@Layout
@PermitAll
public class MainLayout extends AppLayout {
    private final transient TaskService tasks;
    private final Span waiting = new Span();

    MainLayout(TaskService tasks, LiveUpdates live) {
        this.tasks = tasks;
        setPrimarySection(Section.DRAWER);
        Span name = new Span("Winslow");
        name.addClassName("winslow-logo");
        addToDrawer(new Header(name), new Scroller(navigation()), person());
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        toggle.addClassName("winslow-drawer-toggle");
        addToNavbar(true, toggle);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    private SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Main");
        waiting.addClassName("winslow-count");
        SideNavItem inbox = new SideNavItem("Inbox", Navigation.INBOX, VaadinIcon.INBOX.create());
        inbox.setSuffixComponent(waiting);
        nav.addItem(
                new SideNavItem("Projects", Navigation.PROJECTS, VaadinIcon.GRID_BIG_O.create()),
                inbox,
                new SideNavItem("Nodes", Navigation.NODES, VaadinIcon.SERVER.create()),
                new SideNavItem("Pipelines", Navigation.PIPELINES, VaadinIcon.CLUSTER.create()),
                new SideNavItem("Pool", Navigation.POOL, VaadinIcon.FILM.create()));
        return nav;
    }

    private static Div person() {
        Button colours = new Button(VaadinIcon.ADJUST.create(), click -> Colours.change(UI.getCurrent()));
        colours.setAriaLabel("Light or dark");
        colours.addThemeVariants(ButtonVariant.TERTIARY);
        Div person = new Div(new Span(Person.name()), colours);
        person.addClassName("winslow-person");
        return person;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Colours.recall(attached.getUI());
    }

    private void refresh() {
        int open = tasks.open(Optional.empty()).size();
        waiting.setText(open == 0 ? "" : String.valueOf(open));
        waiting.setVisible(open > 0);
        waiting.getElement().setAttribute("aria-label", open + " open tasks");
    }
}
