package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.language.Texts;
import dev.winslow.ui.shell.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Projects that are put together, under their title, as a table or as cards. */
final class ProjectSection extends Div {
    private final Span count = new Span();
    private final transient Optional<ProjectGrid> table;
    private final transient Consumer<List<Listed>> content;

    private ProjectSection(String title, Optional<ProjectGrid> table, Consumer<List<Listed>> content) {
        this.table = table;
        this.content = content;
        addClassName("winslow-section");
        if (!title.isEmpty()) {
            count.addClassName("winslow-secondary");
            add(new H2(new Span(title), new Span(" "), count));
        }
    }

    /** Without a title where it is the only one. */
    static ProjectSection ofCards(String title) {
        ProjectCards cards = new ProjectCards(label(title));
        ProjectSection section = new ProjectSection(title, Optional.empty(), cards::show);
        section.add(cards);
        return section;
    }

    /** Calls when what is selected in it has changed. */
    static ProjectSection ofTable(String title, Runnable selected) {
        ProjectGrid table = new ProjectGrid(label(title));
        table.onSelection(some -> selected.run());
        ProjectSection section = new ProjectSection(title, Optional.of(table), table::show);
        Div panel = Pages.panel(table);
        panel.addClassName("winslow-flush");
        section.add(panel);
        return section;
    }

    private static String label(String title) {
        return title.isEmpty() ? t("Projects") : title;
    }

    void show(List<Listed> projects) {
        count.setText(Texts.number(projects.size()));
        content.accept(projects);
    }

    Set<ProjectView> selected() {
        return table.map(ProjectGrid::selected).orElse(Set.of());
    }

    /** Selects those of them that stand here, and returns the rest. */
    Set<UUID> choose(Collection<UUID> projects) {
        return table.map(grid -> grid.choose(projects)).orElse(Set.of());
    }

    void deselectAll() {
        table.ifPresent(ProjectGrid::deselectAll);
    }
}
