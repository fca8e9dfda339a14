package dev.winslow.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final UUID RUN = UUID.randomUUID();

    private final List<UUID> loaded = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Standings standings = new Standings(this::load, () -> now);

    @Test
    void tellsHowFarAnOpenRunIs() {
        assertThat(standings.of(List.of(project(ProjectState.RUNNING, Right.OWN))))
                .extracting(Listed::standing)
                .containsExactly(Optional.of(new Standing(50, Optional.of(Duration.ofSeconds(40)))));
    }

    @Test
    void leavesOutWhatHasEnded() {
        assertThat(standings.of(List.of(project(ProjectState.SUCCEEDED, Right.OWN))))
                .extracting(Listed::standing)
                .containsExactly(Optional.empty());
        assertThat(loaded).isEmpty();
    }

    @Test
    void asksOnceForPeopleWhoMayDoDifferentThings() {
        standings.of(List.of(project(ProjectState.RUNNING, Right.OWN)));
        standings.of(List.of(project(ProjectState.RUNNING, Right.SEE)));
        standings.of(List.of(project(ProjectState.RUNNING, Right.OWN)));

        assertThat(loaded).hasSize(1);
    }

    @Test
    void asksAgainAfterAWhileOfWhatRuns() {
        standings.of(List.of(project(ProjectState.RUNNING, Right.OWN)));
        now = now.plusSeconds(4);
        standings.of(List.of(project(ProjectState.RUNNING, Right.OWN)));

        assertThat(loaded).hasSize(2);
    }

    @Test
    void asksOfWhatWaitsOnlyWhenItHasMoved() {
        standings.of(List.of(project(ProjectState.WAITING, Right.OWN)));
        now = now.plusSeconds(60);
        standings.of(List.of(project(ProjectState.WAITING, Right.OWN)));
        assertThat(loaded).hasSize(1);

        standings.of(List.of(project(ProjectState.QUEUED, Right.OWN)));
        assertThat(loaded).hasSize(2);
    }

    private Optional<RunView> load(UUID run) {
        loaded.add(run);
        return Optional.of(new RunView(
                run,
                new UUID(0, 2),
                "pipeline",
                1,
                RunState.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                List.of(step(StepState.SUCCEEDED), step(StepState.QUEUED)),
                false,
                new Timing(Duration.ZERO, Optional.of(Duration.ofSeconds(47))),
                0));
    }

    private static StepView step(StepState state) {
        return new StepView("step", "Step", false, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProjectView project(ProjectState state, Right may) {
        return new ProjectView(
                new UUID(0, 1),
                "Bridge",
                "pipeline",
                List.of(),
                Optional.empty(),
                Instant.EPOCH,
                state,
                Optional.of(RUN),
                List.of("Step"),
                may);
    }
}
