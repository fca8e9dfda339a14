package dev.winslow.ui.lineage;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.access.Right;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.lineage.LineageService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;

/** Where a file comes from, with who made it by what, and what was made from it. */
@Route(Navigation.LINEAGE + "/:id")
@PermitAll
@StyleSheet("winslow-lineage.css")
public class LineagePage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient LineageService lineages;
    private final transient ProjectAccess access;
    private String title = t("Lineage");

    LineagePage(LineageService lineages, ProjectAccess access) {
        this.lineages = lineages;
        this.access = access;
        addClassName("winslow-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        removeAll();
        Optional<Lineage> found = enter.getRouteParameters().get("id").flatMap(this::lineage);
        if (found.isEmpty()) {
            Notices.refused(t("There is no such file; it may have been deleted."));
            enter.forwardTo(Navigation.PROJECTS);
            return;
        }
        found.ifPresent(this::build);
    }

    private Optional<Lineage> lineage(String id) {
        try {
            UUID file = UUID.fromString(id);
            access.require(Subject.FILE, file, Right.SEE, Person.viewer());
            return Optional.of(lineages.of(file, Person.viewer()));
        } catch (IllegalArgumentException | ProblemException unknown) {
            return Optional.empty();
        }
    }

    private void build(Lineage lineage) {
        title = t("Where {0} comes from", lineage.file().file().path());
        Paragraph about = new Paragraph(
                t("From left to right: what was made from what. Choose a step or a file to read about it."));
        about.addClassName("winslow-secondary");
        LineageGraph graph = new LineageGraph();
        graph.show(Drawing.of(lineage, Words::time));
        add(Pages.head(title), about, graph);
        if (!lineage.sources().complete() || !lineage.descendants().complete()) {
            add(new Paragraph(t("This is not all: there is more than one page can show.")));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }
}
