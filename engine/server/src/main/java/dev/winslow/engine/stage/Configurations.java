package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Of stages of different runs, by job; one whose job is gone is not among them. */
    Map<String, Configuration> of(Collection<Opening> openings) {
        Map<String, Map<String, String>> seen =
                kernel.stageVariables(openings.stream().map(Opening::jobId).toList());
        List<Opening> queued = openings.stream()
                .filter(opening -> seen.containsKey(opening.jobId()))
                .toList();
        Map<UUID, Levels> levels = variables.ofRuns(queued.stream()
                .map(opening -> new Variables.OfRun(
                        opening.run().id(),
                        opening.run().projectId(),
                        pipeline(opening),
                        seen.getOrDefault(opening.jobId(), Map.of())))
                .toList());
        return queued.stream().collect(Collectors.toMap(Opening::jobId, opening -> {
            PipelineSpec pipeline = pipeline(opening);
            return new Configuration(
                    pipeline,
                    pipeline.stage(opening.queued().stageId()).orElseThrow(),
                    Objects.requireNonNull(levels.get(opening.run().id())));
        }));
    }

    private PipelineSpec pipeline(Opening opening) {
        return pipelines.spec(opening.queued().definitionId()).orElseThrow();
    }

    /** The values of the secrets that an attempt's run sees now. */
    Map<String, String> secrets(Run run, Attempt attempt) {
        if (attempt.effective().secrets().isEmpty()) {
            return Map.of();
        }
        PipelineSpec pipeline = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        Map<String, String> values =
                variables.ofRun(run.projectId(), pipeline, seenBy(attempt)).values();
        values.keySet().retainAll(attempt.effective().secrets());
        return values;
    }

    /** Without them a secret of the run would be taken from a level below it. */
    private Map<String, String> seenBy(Attempt attempt) {
        return Optional.ofNullable(
                        kernel.stageVariables(List.of(attempt.jobId())).get(attempt.jobId()))
                .orElseThrow(() -> new IllegalStateException("The run has left the stage of attempt " + attempt.id()));
    }
}
