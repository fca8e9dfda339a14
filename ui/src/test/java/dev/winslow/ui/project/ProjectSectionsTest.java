package dev.winslow.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.DataChangeEvent.DataRefreshEvent;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectSectionsTest {
    private final Listed ash = listed("Ash", ProjectState.RUNNING, 10);
    private final Listed oak = listed("Oak", ProjectState.RUNNING, 20);
    private Set<ProjectView> selected = Set.of();
    private final ProjectSections sections = new ProjectSections(chosen -> selected = chosen);

    @Test
    void keepsTheTablesAndWhatIsSelectedWhereAGroupComesAndGoes() {
        sections.show(groups("Running", List.of(ash, oak)), false);
        Grid<Listed> table = tables().getFirst();
        table.select(ash);

        sections.show(groups("New", List.of(listed("Elm", ProjectState.NEW, 0)), "Running", List.of(ash, oak)), false);
        assertThat(tables()).hasSize(2).last().isSameAs(table);
        sections.show(groups("Running", List.of(ash, oak)), false);

        assertThat(tables()).containsExactly(table);
        assertThat(selected).containsExactly(ash.project());
    }

    @Test
    void keepsSelectedWhatComesIntoAnotherGroup() {
        sections.show(groups("Running", List.of(ash, oak)), false);
        tables().getFirst().select(ash);

        Listed done = of(ash, ProjectState.SUCCEEDED, 100);
        sections.show(groups("Running", List.of(oak), "Succeeded", List.of(done)), false);

        assertThat(selected).containsExactly(done.project());
    }

    @Test
    void letsGoOfWhatIsNotSeenAnyMore() {
        sections.show(groups("Running", List.of(ash, oak)), false);
        tables().getFirst().select(ash);

        sections.show(groups("Running", List.of(oak)), false);

        assertThat(selected).isEmpty();
    }

    @Test
    void tellsOneRowWhatHasChangedAndLeavesTheOthersAlone() {
        sections.show(groups("Running", List.of(ash, oak)), false);
        List<DataChangeEvent<Listed>> changes = changes(tables().getFirst());

        Listed further = of(oak, ProjectState.RUNNING, 30);
        sections.show(groups("Running", List.of(ash, further)), false);

        assertThat(changes)
                .singleElement()
                .isInstanceOfSatisfying(
                        DataRefreshEvent.class,
                        change -> assertThat(change.getItem()).isEqualTo(further));
    }

    @Test
    void drawsTheTableAnewWhereAProjectIsAdded() {
        sections.show(groups("Running", List.of(ash)), false);
        List<DataChangeEvent<Listed>> changes = changes(tables().getFirst());

        sections.show(groups("Running", List.of(oak, ash)), false);

        assertThat(changes).singleElement().isNotInstanceOf(DataRefreshEvent.class);
    }

    @Test
    void drawsOfACardOnlyWhatHasChanged() {
        sections.show(groups("Running", List.of(ash, oak)), true);
        List<Component> before = all(sections, "a");

        sections.show(groups("Running", List.of(of(ash, ProjectState.FAILED, 15), oak)), true);

        assertThat(all(sections, "a")).hasSize(2).containsExactlyElementsOf(before);
    }

    @Test
    void drawsTheFirstOfManyCards() {
        List<Listed> many = IntStream.range(0, ProjectCards.AT_ONCE + 5)
                .mapToObj(number -> listed("Number " + number, ProjectState.RUNNING, 1))
                .toList();

        sections.show(groups("", many), true);

        assertThat(all(sections, "li")).hasSize(ProjectCards.AT_ONCE);
        assertThat(all(sections, "vaadin-button"))
                .extracting(more -> more.getElement().getText())
                .containsExactly("5 more");
    }

    private static List<DataChangeEvent<Listed>> changes(Grid<Listed> table) {
        List<DataChangeEvent<Listed>> changes = new ArrayList<>();
        table.getDataProvider().addDataProviderListener(changes::add);
        return changes;
    }

    @SuppressWarnings("unchecked")
    private List<Grid<Listed>> tables() {
        return all(sections, "vaadin-grid").stream()
                .map(table -> (Grid<Listed>) table)
                .toList();
    }

    private static List<Component> all(Component root, String tag) {
        return inside(root)
                .filter(component -> !component.getElement().isTextNode()
                        && component.getElement().getTag().equals(tag))
                .toList();
    }

    private static Stream<Component> inside(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ProjectSectionsTest::inside));
    }

    private static Map<String, List<Listed>> groups(String title, List<Listed> projects) {
        return Map.of(title, projects);
    }

    private static Map<String, List<Listed>> groups(
            String first, List<Listed> projects, String second, List<Listed> others) {
        Map<String, List<Listed>> groups = new LinkedHashMap<>();
        groups.put(first, projects);
        groups.put(second, others);
        return groups;
    }

    private static Listed listed(String name, ProjectState state, int percent) {
        return listed(UUID.randomUUID(), name, state, percent);
    }

    private static Listed of(Listed before, ProjectState state, int percent) {
        return listed(before.project().id(), before.project().name(), state, percent);
    }

    private static Listed listed(UUID id, String name, ProjectState state, int percent) {
        ProjectView project = new ProjectView(
                id,
                name,
                "vehicle-tracking",
                List.of(),
                Optional.empty(),
                Instant.EPOCH,
                state,
                Optional.empty(),
                List.of(),
                Right.OWN);
        return new Listed(project, Optional.of(new Standing(percent, Optional.empty())));
    }
}
