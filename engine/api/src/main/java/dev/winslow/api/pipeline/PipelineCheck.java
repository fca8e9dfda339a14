package dev.winslow.api.pipeline;

import java.util.List;

/** What keeps a pipeline from being accepted, found without deploying it; nothing where it would be accepted. */
public record PipelineCheck(List<PipelineProblem> problems) {
    public PipelineCheck {
        problems = List.copyOf(problems);
    }
}
