package dev.winslow.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Everyone;
import dev.winslow.api.project.ProjectState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectFilterTest {
    private static final Project BRIDGE = new Project(
            UUID.randomUUID(),
            "North Bridge",
            "vehicle-tracking",
            "bucket",
            Instant.EPOCH,
            List.of("dawn", "rain"),
            "Ann",
            Everyone.CHANGE);

    @Test
    void restrictsNothingUnlessAskedTo() {
        assertThat(ProjectFilter.ALL.suits(BRIDGE)).isTrue();
        assertThat(ProjectFilter.ALL.suits(ProjectState.FAILED)).isTrue();
    }

    @Test
    void asksForAllTags() {
        assertThat(tagged("rain", "dawn").suits(BRIDGE)).isTrue();
        assertThat(tagged("rain", "dusk").suits(BRIDGE)).isFalse();
    }

    @Test
    void asksForAnyState() {
        ProjectFilter filter = new ProjectFilter(
                Set.of(ProjectState.FAILED, ProjectState.WAITING),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(filter.suits(ProjectState.WAITING)).isTrue();
        assertThat(filter.suits(ProjectState.NEW)).isFalse();
    }

    @Test
    void findsEveryWordSomewhere() {
        assertThat(said("bridge RAIN ann vehicle").suits(BRIDGE)).isTrue();
        assertThat(said(" ").suits(BRIDGE)).isTrue();
        assertThat(said("bridge south").suits(BRIDGE)).isFalse();
    }

    private static ProjectFilter tagged(String... tags) {
        return new ProjectFilter(Set.of(), Set.of(tags), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProjectFilter said(String text) {
        return new ProjectFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(text));
    }
}
