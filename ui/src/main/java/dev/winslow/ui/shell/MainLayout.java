package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.winslow.api.account.Role;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.task.TaskService;
import dev.winslow.ui.language.LanguageSwitch;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.security.Visitor;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The frame around every page: where one can go, and what waits for a person. */
@Layout
@StyleSheet("winslow-shell.css")
@PermitAll
public class MainLayout extends AppLayout implements BeforeEnterObserver, AfterNavigationObserver {
    private final transient TaskService tasks;
    private final transient AuthenticationContext sessions;
    private final Span waiting = new Span();
    private final Bell bell;
    private final Breadcrumbs crumbs = new Breadcrumbs();

    MainLayout(TaskService tasks, RunService runs, AuthenticationContext sessions, LiveUpdates live, Calls calls) {
        this.tasks = tasks;
        this.sessions = sessions;
        bell = new Bell(calls);
        setPrimarySection(Section.DRAWER);
        Span name = new Span("Winslow");
        name.addClassName("winslow-logo");
        addToDrawer(new Header(name), new Palette(runs, sessions), new Scroller(navigation()), person());
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(t("Menu"));
        toggle.addClassName("winslow-drawer-toggle");
        Button search = icon(VaadinIcon.SEARCH, t("Search"), MainLayout::openSearch);
        search.addClassName("winslow-search-small");
        addToNavbar(toggle, crumbs, search);
        live.keepMoves(this, this::refresh);
    }

    private SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", t("Main"));
        waiting.addClassName("winslow-count");
        SideNavItem inbox = new SideNavItem(t("Inbox"), Navigation.INBOX, VaadinIcon.INBOX.create());
        inbox.setSuffixComponent(waiting);
        nav.addItem(
                new SideNavItem(t("Projects"), Navigation.PROJECTS, VaadinIcon.GRID_BIG_O.create()),
                inbox,
                new SideNavItem(t("Nodes"), Navigation.NODES, VaadinIcon.SERVER.create()),
                new SideNavItem(t("Pipelines"), Navigation.PIPELINES, VaadinIcon.CLUSTER.create()),
                new SideNavItem(t("Pool"), Navigation.POOL, VaadinIcon.FILM.create()));
        if (Person.is(Role.OPERATOR)) {
            nav.addItem(new SideNavItem(t("Administration"), Navigation.ADMINISTRATION, VaadinIcon.COG_O.create()));
        }
        return nav;
    }

    private Div person() {
        Div person = new Div(
                whoIsIt(),
                bell,
                new LanguageSwitch(),
                icon(VaadinIcon.ADJUST, t("Light or dark"), () -> Colours.change(UI.getCurrent())));
        if (Person.visitor().flatMap(Visitor::account).isPresent()) {
            person.add(icon(VaadinIcon.SIGN_OUT, t("Sign out"), sessions::logout));
        }
        person.addClassName("winslow-person");
        return person;
    }

    private static Component whoIsIt() {
        Optional<Visitor> visitor = Person.visitor();
        Span name = new Span(Person.name());
        Span role = new Span(visitor.map(Visitor::role).map(Words::state).orElse(""));
        role.addClassName("winslow-secondary");
        Div words = new Div(name, role);
        words.addClassName("winslow-person-words");
        Anchor account = new Anchor(Navigation.ACCOUNT, words);
        account.setTitle(t("Your account: password, tokens, and what you are told of"));
        return account;
    }

    private static Button icon(VaadinIcon icon, String words, Command action) {
        Button button = new Button(icon.create(), click -> action.execute());
        button.setAriaLabel(words);
        button.setTooltipText(words);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private static void openSearch() {
        UI.getCurrent().getPage().executeJs("document.dispatchEvent(new Event('winslow-search'))");
    }

    /** Known before the browser shows it. */
    private static String title(Object page) {
        return page instanceof HasDynamicTitle named ? named.getPageTitle() : "";
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        // What the page that was entered has shown calls no more.
        refresh();
        crumbs.show(event.getLocation().getPath(), title(event.getActiveChain().getFirst()));
    }

    /** Who came in by a password that somebody else has made chooses another first. */
    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        boolean mustChange = Person.visitor().filter(Visitor::mustChange).isPresent();
        if (mustChange && !enter.getLocation().getPath().equals(Navigation.ACCOUNT)) {
            enter.forwardTo(Navigation.ACCOUNT);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Colours.recall(attached.getUI());
    }

    private void refresh() {
        int open = tasks.waitingCount(Person.viewer());
        bell.show(open);
        waiting.setText(open == 0 ? "" : String.valueOf(open));
        waiting.setVisible(open > 0);
        waiting.getElement().setAttribute("aria-label", count(open, "one open task", "{0} open tasks"));
    }
}
