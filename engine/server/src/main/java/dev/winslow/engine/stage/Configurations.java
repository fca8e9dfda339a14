package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a queued stage is to run with, as its variables stand now. */
@Component
class Configurations {
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Variables variables;

    Configurations(ProcessKernel kernel, PipelineService pipelines, Variables variables) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.variables = variables;
    }

    /** A stage, its pipeline, and the variables that it sees. */
    record Configuration(PipelineSpec pipeline, StageSpec stage, Levels levels) {}

    Configuration of(Run run, QueuedStage queued) {
        PipelineSpec pipeline = pipelines.spec(queued.definitionId()).orElseThrow();
        return new Configuration(
                pipeline,
                pipeline.stage(queued.stageId()).orElseThrow(),
                variables.ofRun(run.projectId(), pipeline, kernel.stageVariables(queued.jobId())));
    }

    /** The values of the secrets that an attempt's run sees now. */
    Map<String, String> secrets(Run run, Attempt attempt) {
        if (attempt.effective().secrets().isEmpty()) {
            return Map.of();
        }
        PipelineSpec pipeline = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        Map<String, String> values = variables
                .ofRun(run.projectId(), pipeline, kernel.stageVariables(attempt.jobId()))
                .values();
        values.keySet().retainAll(attempt.effective().secrets());
        return values;
    }
}
