package dev.winslow.engine.run;

import dev.winslow.api.project.ProjectState;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.project.ProjectStates;
import dev.winslow.engine.run.Places.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How projects stand: as their latest runs do. */
@Component
class RunsAsProjectStates implements ProjectStates {
    private final RunRepository runs;
    private final Places places;
    private final PipelineService pipelines;

    RunsAsProjectStates(RunRepository runs, Places places, PipelineService pipelines) {
        this.runs = runs;
        this.places = places;
        this.pipelines = pipelines;
    }

    /** One query for the latest runs and one for their positions, however many projects there are. */
    @Override
    public Map<UUID, Standing> of(Collection<UUID> projectIds) {
        List<Run> latest = runs.latest(projectIds);
        Map<UUID, Place> standing = places.of(latest);
        return latest.stream()
                .collect(Collectors.toMap(
                        Run::projectId, run -> standing(run, standing.getOrDefault(run.id(), Place.NOWHERE))));
    }

    private Standing standing(Run run, Place place) {
        Optional<PipelineSpec> spec = pipelines.spec(run.pipeline().definitionId());
        return new Standing(
                ProjectState.valueOf(RunStates.of(run, place).name()),
                Optional.of(run.id()),
                place.positions().stream()
                        .map(Position::stepId)
                        .map(step -> spec.map(pipeline -> pipeline.nameOf(step)).orElse(step))
                        .distinct()
                        .toList());
    }
}
