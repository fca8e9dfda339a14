package dev.winslow.engine.run;

import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The variables of runs, as they may be shown. */
@Component
public class RunVariables {
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Variables variables;

    RunVariables(ProcessKernel kernel, PipelineService pipelines, Variables variables) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.variables = variables;
    }

    /** The run's own. */
    Map<String, String> shown(Run run) {
        Map<String, String> own = kernel.variables(run.id());
        return levels(run, own).masked(own);
    }

    /** What its stages see, with origins. */
    public List<VariableView> views(Run run) {
        return levels(run, kernel.variables(run.id())).views();
    }

    /** What its stages see; not to be shown as it is. */
    public Levels levels(Run run) {
        return levels(run, kernel.variables(run.id()));
    }

    /** As {@link #levels(Run)} of many runs, with as many queries as of one; those are left out whose pipeline is not known. */
    public Map<UUID, Levels> levels(Collection<Run> runs) {
        Map<UUID, Map<String, String>> own =
                kernel.variables(runs.stream().map(Run::id).toList());
        return variables.ofRuns(runs.stream()
                .flatMap(run -> pipelines.spec(run.pipeline().definitionId()).stream()
                        .map(spec -> new Variables.OfRun(
                                run.id(), run.projectId(), spec, own.getOrDefault(run.id(), Map.of()))))
                .toList());
    }

    private Levels levels(Run run, Map<String, String> own) {
        return variables.ofRun(
                run.projectId(), pipelines.spec(run.pipeline().definitionId()).orElseThrow(), own);
    }
}
