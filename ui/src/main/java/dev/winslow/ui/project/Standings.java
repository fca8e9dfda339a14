package dev.winslow.ui.project;

import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.run.RunService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How far the open runs are, for lists: found anew after a while only, or when the run has moved, however many pages and people ask. */
@Component
class Standings {
    /** Of what a node works on. */
    private static final Duration FRESH = Duration.ofSeconds(3);
    /** Of what gets no further before it moves. */
    private static final Duration AT_REST = Duration.ofMinutes(10);

    private static final Set<ProjectState> OPEN = EnumSet.of(
            ProjectState.RUNNING, ProjectState.QUEUED, ProjectState.WAITING, ProjectState.PAUSED, ProjectState.FAILED);

    private final Function<UUID, Optional<RunView>> runs;
    private final InstantSource clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    @Autowired
    Standings(RunService runs, InstantSource clock) {
        this(runs::find, clock);
    }

    Standings(Function<UUID, Optional<RunView>> runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Where a run stands: the same for everybody, while what they may do with the project differs. */
    private record Place(ProjectState state, List<String> stages) {
        static Place of(ProjectView project) {
            return new Place(project.state(), project.currentStages());
        }

        /** Beside a stage that failed another may go on. */
        boolean getsFurther() {
            return state == ProjectState.RUNNING || (state == ProjectState.FAILED && stages.size() > 1);
        }
    }

    private record Known(Place place, Optional<Standing> standing, Instant until) {}

    List<Listed> of(List<ProjectView> projects) {
        Instant now = clock.instant();
        known.values().removeIf(each -> each.until().isBefore(now));
        return projects.stream()
                .map(project -> new Listed(project, standing(project, now)))
                .toList();
    }

    private Optional<Standing> standing(ProjectView project, Instant now) {
        return OPEN.contains(project.state())
                ? project.latestRun().flatMap(run -> standing(run, Place.of(project), now))
                : Optional.empty();
    }

    private Optional<Standing> standing(UUID run, Place place, Instant now) {
        Known found = known.get(run);
        if (found == null || !found.place().equals(place)) {
            Duration kept = place.getsFurther() ? FRESH : AT_REST;
            found = new Known(place, runs.apply(run).map(Standing::of), now.plus(kept));
            known.put(run, found);
        }
        return found.standing();
    }
}
