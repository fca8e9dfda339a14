package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineProblem;
import java.util.List;

/** What came of reading a pipeline's XML. */
public sealed interface PipelineReading {
    record Valid(PipelineSpec spec) implements PipelineReading {}

    /** Never empty: every fault that was found, not only the first. */
    record Invalid(List<PipelineProblem> problems) implements PipelineReading {}
}
