package dev.winslow.ui.project;

import com.vaadin.flow.component.html.Div;
import dev.winslow.api.project.ProjectView;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The projects in their groups, each a table or cards. Groups come and go; those that stay, and what is selected, are left as they are. */
final class ProjectSections extends Div {
    private final transient Consumer<Set<ProjectView>> selected;
    private final Map<String, ProjectSection> sections = new LinkedHashMap<>();
    private final Div none = ProjectGrid.none();
    private boolean cards;

    /** Called with what is selected in the tables. */
    ProjectSections(Consumer<Set<ProjectView>> selected) {
        this.selected = selected;
        addClassName("winslow-sections");
        add(none);
    }

    void show(Map<String, List<Listed>> groups, boolean asCards) {
        Set<UUID> chosen = ids(selected());
        if (asCards != cards) {
            cards = asCards;
            sections.values().forEach(this::remove);
            sections.clear();
        }
        retain(groups.keySet());
        int place = 0;
        for (Map.Entry<String, List<Listed>> group : groups.entrySet()) {
            ProjectSection section = sections.computeIfAbsent(group.getKey(), this::section);
            put(section, place++);
            section.show(group.getValue());
        }
        none.setVisible((cards || groups.isEmpty()) && groups.values().stream().allMatch(List::isEmpty));
        keep(chosen);
    }

    void deselectAll() {
        sections.values().forEach(ProjectSection::deselectAll);
    }

    private void retain(Set<String> titles) {
        sections.entrySet().stream()
                .filter(section -> !titles.contains(section.getKey()))
                .map(Map.Entry::getValue)
                .forEach(this::remove);
        sections.keySet().retainAll(titles);
    }

    private void put(ProjectSection section, int place) {
        if (!getComponentAt(place).equals(section)) {
            section.removeFromParent();
            addComponentAtIndex(place, section);
        }
    }

    /** What was selected stays so where it stands in another group now; what is not seen is not acted upon. */
    private void keep(Set<UUID> chosen) {
        Set<UUID> lost = new LinkedHashSet<>(chosen);
        lost.removeAll(ids(selected()));
        for (ProjectSection section : sections.values()) {
            lost = section.choose(lost);
        }
        if (!chosen.isEmpty()) {
            selected.accept(selected());
        }
    }

    private ProjectSection section(String title) {
        return cards ? ProjectSection.ofCards(title) : ProjectSection.ofTable(title, () -> selected.accept(selected()));
    }

    private Set<ProjectView> selected() {
        Set<ProjectView> all = new LinkedHashSet<>();
        sections.values().forEach(section -> all.addAll(section.selected()));
        return all;
    }

    private static Set<UUID> ids(Set<ProjectView> projects) {
        return projects.stream().map(ProjectView::id).collect(Collectors.toSet());
    }
}
