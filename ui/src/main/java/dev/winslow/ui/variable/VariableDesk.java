package dev.winslow.ui.variable;

import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.RunVariables;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.run.Steering;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that looking at variables and changing them asks of the server. */
@Component
public class VariableDesk {
    private final Variables variables;
    private final RunVariables ofRuns;
    private final Runs runs;
    private final Steering steering;
    private final PipelineService pipelines;

    VariableDesk(Variables variables, RunVariables ofRuns, Runs runs, Steering steering, PipelineService pipelines) {
        this.variables = variables;
        this.ofRuns = ofRuns;
        this.runs = runs;
        this.steering = steering;
        this.pipelines = pipelines;
    }

    /** What a run sees, or where there is none what a new one would; of one stage with what that sets for itself. */
    List<VariableView> views(ProjectView project, Optional<RunView> run, Optional<StageSpec> stage) {
        Levels levels = run.map(view -> ofRuns.levels(runs.require(view.id())))
                .or(() -> spec(project, run).map(spec -> variables.ofRun(project.id(), spec, Map.of())))
                .orElseGet(() -> variables.ofProject(project.id()));
        stage.ifPresent(each -> levels.with(Origin.STAGE, each.environment()));
        return levels.views();
    }

    /** Stages that set variables for themselves. */
    List<StageSpec> stages(ProjectView project, Optional<RunView> run) {
        return spec(project, run).stream()
                .flatMap(spec -> spec.stages().stream())
                .filter(stage -> !stage.environment().isEmpty())
                .toList();
    }

    void setForProject(UUID project, String name, String value, boolean secret) {
        variables.set(project, name, new SetVariable(value, Optional.of(secret)));
    }

    void removeFromProject(UUID project, String name) {
        variables.remove(project, name);
    }

    void setForRun(UUID run, String name, String value) {
        steering.changeVariables(run, Map.of(name, value));
    }

    void removeFromRun(UUID run, String name) {
        steering.removeVariable(run, name);
    }

    private Optional<PipelineSpec> spec(ProjectView project, Optional<RunView> run) {
        return run.flatMap(view -> pipelines.find(view.pipelineKey(), view.pipelineVersion()))
                .or(() -> pipelines.newest(project.pipelineKey()))
                .flatMap(version -> pipelines.spec(version.definitionId()));
    }
}
