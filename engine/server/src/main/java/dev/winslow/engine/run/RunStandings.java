package dev.winslow.engine.run;

import dev.winslow.api.run.RunState;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.run.Places.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many runs stand, in a few queries. */
@Component
public class RunStandings {
    private final RunRepository runs;
    private final Places places;
    private final ProcessKernel kernel;
    private final RunVariables variables;
    private final RunAttempts attempts;

    RunStandings(
            RunRepository runs, Places places, ProcessKernel kernel, RunVariables variables, RunAttempts attempts) {
        this.runs = runs;
        this.places = places;
        this.kernel = kernel;
        this.variables = variables;
        this.attempts = attempts;
    }

    /**
     * @param failedAt when its last attempt ended, where it waits for a person because one failed
     * @param variables the run's own, without secrets
     */
    public record Standing(
            RunState state,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<Instant> failedAt,
            Map<String, String> variables) {}

    public Map<UUID, RunState> states(Collection<UUID> ids) {
        return states(runs.find(ids));
    }

    private Map<UUID, RunState> states(List<Run> found) {
        Map<UUID, Place> standing = places.of(found);
        return found.stream()
                .collect(Collectors.toMap(
                        Run::id, run -> RunStates.of(run, standing.getOrDefault(run.id(), Place.NOWHERE))));
    }

    public Map<UUID, Standing> of(Collection<UUID> ids) {
        List<Run> found = runs.find(ids);
        Map<UUID, RunState> states = states(found);
        Map<UUID, Map<String, String>> values = kernel.variables(ids);
        Map<Kind, Set<String>> secrets = secrets(found);
        Map<UUID, Instant> failures = attempts.lastEnds(found.stream()
                .filter(run -> run.end().isEmpty() && states.get(run.id()) == RunState.FAILED)
                .map(Run::id)
                .toList());
        return found.stream()
                .collect(Collectors.toMap(
                        Run::id,
                        run -> new Standing(
                                states.getOrDefault(run.id(), RunState.QUEUED),
                                run.startedAt(),
                                run.end().map(Run.End::at),
                                Optional.ofNullable(failures.get(run.id())),
                                shown(
                                        values.getOrDefault(run.id(), Map.of()),
                                        secrets.getOrDefault(Kind.of(run), Set.of())))));
    }

    private Map<Kind, Set<String>> secrets(List<Run> found) {
        Map<Kind, Set<String>> secrets = new HashMap<>();
        found.forEach(run -> secrets.computeIfAbsent(
                Kind.of(run), kind -> variables.levels(run).secrets()));
        return secrets;
    }

    private static Map<String, String> shown(Map<String, String> values, Set<String> secrets) {
        Map<String, String> shown = new HashMap<>(values);
        shown.keySet().removeAll(secrets);
        return shown;
    }

    /** What decides which variables of a run are secrets. */
    private record Kind(UUID project, String definition) {
        static Kind of(Run run) {
            return new Kind(run.projectId(), run.pipeline().definitionId());
        }
    }
}
