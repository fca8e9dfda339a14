package dev.winslow.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private final Listed elm = listed("Elm", ProjectState.SUCCEEDED, "drone", "morning");
    private final Listed oak = listed("Oak", ProjectState.RUNNING);
    private final Listed ash = listed("Ash", ProjectState.RUNNING, "Drone");
    private final List<Listed> all = List.of(elm, oak, ash);

    @Test
    void leavesTogetherWhatNobodyGroups() {
        assertThat(Grouping.NONE.of(all)).containsOnlyKeys("").containsEntry("", all);
    }

    @Test
    void putsStatesInTheirOrder() {
        assertThat(Grouping.STATE.of(all).keySet()).containsExactly("Running", "Succeeded");
        assertThat(Grouping.STATE.of(all)).containsEntry("Running", List.of(oak, ash));
    }

    @Test
    void putsAProjectUnderEachOfItsTags() {
        assertThat(Grouping.TAG.of(List.of(elm, oak)).keySet()).containsExactly("drone", "morning", "No tag");
    }

    @Test
    void isFoundByItsNameInTheAddress() {
        assertThat(Grouping.named("tag")).contains(Grouping.TAG);
        assertThat(Grouping.named("colour")).isEmpty();
    }

    private static Listed listed(String name, ProjectState state, String... tags) {
        return new Listed(
                new ProjectView(
                        UUID.randomUUID(),
                        name,
                        "vehicle-tracking",
                        List.of(tags),
                        Optional.empty(),
                        Instant.EPOCH,
                        state,
                        Optional.empty(),
                        List.of(),
                        Right.OWN),
                Optional.empty());
    }
}
