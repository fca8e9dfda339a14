package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What operators and administrators look after, a tab each, with an address each. */
@Route(Navigation.ADMINISTRATION + "/:tab?")
@StyleSheet("winslow-admin.css")
@RolesAllowed("OPERATOR")
public class AdministrationPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient AdminDesk desk;
    private final Tabs tabs = new Tabs();
    private final Map<Area, Tab> offered = new LinkedHashMap<>();
    private final Div content = new Div();
    private Area shown = Area.SYSTEM;

    AdministrationPage(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-page");
        tabs.getElement().setAttribute("aria-label", t("Administration"));
        for (Area area : Area.values()) {
            if (Person.may(area.permission)) {
                Tab tab = new Tab(t(area.title));
                offered.put(area, tab);
                tabs.add(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                go(change.getSelectedTab());
            }
        });
        add(Pages.head(t("Administration")), tabs, content);
    }

    private void go(Tab chosen) {
        offered.forEach((area, tab) -> {
            if (tab.equals(chosen)) {
                UI.getCurrent().navigate(AdministrationPage.class, new RouteParameters("tab", area.path()));
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        Optional<String> wanted = enter.getRouteParameters().get("tab");
        shown = offered.keySet().stream()
                .filter(area -> wanted.isEmpty() || area.path().equals(wanted.get()))
                .findFirst()
                .orElseGet(() -> offered.keySet().iterator().next());
        tabs.setSelectedTab(offered.get(shown));
        content.removeAll();
        content.add(panel());
    }

    private Component panel() {
        return switch (shown) {
            case PEOPLE -> new PeoplePanel(desk);
            case GROUPS -> new GroupsPanel(desk);
            case TOKENS -> TokensPanel.ofPrograms(desk);
            case VARIABLES -> new SharedVariablesPanel(desk);
            case SYSTEM -> new SystemPanel(desk);
            case AUDIT -> new AuditPanel(desk);
        };
    }

    @Override
    public String getPageTitle() {
        return t(shown.title) + " – " + t("Administration") + " – Winslow";
    }

    private enum Area {
        PEOPLE(later("People"), Permission.ADMINISTER),
        GROUPS(later("Groups"), Permission.ADMINISTER),
        TOKENS(later("Tokens"), Permission.ADMINISTER),
        VARIABLES(later("Variables"), Permission.SET_SHARED_VARIABLES),
        SYSTEM(later("System"), Permission.SEE_THE_SYSTEM),
        AUDIT(later("Audit trail"), Permission.ADMINISTER);

        private final String title;
        private final Permission permission;

        Area(String title, Permission permission) {
            this.title = title;
            this.permission = permission;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
