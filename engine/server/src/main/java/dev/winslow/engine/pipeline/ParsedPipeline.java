package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineProblem;
import java.util.List;

/** A pipeline that was read, or all that is wrong with it. */
public sealed interface ParsedPipeline {
    record Valid(PipelineSpec spec) implements ParsedPipeline {}

    record Invalid(List<PipelineProblem> problems) implements ParsedPipeline {}
}
