package dev.winslow.api.pipeline;

import java.util.List;

/** What changed from one version of a pipeline to another; where elements lie in the diagram does not count. */
public record PipelineDiff(String key, int from, int to, List<PipelineChange> changes) {
    public PipelineDiff {
        changes = List.copyOf(changes);
    }
}
