package dev.winslow.api.pipeline;

import java.util.List;
import java.util.UUID;

/**
 * A project that a pipeline matters to.
 *
 * @param based whether its next run starts with this pipeline
 * @param openRuns the version of each of its runs that are in progress
 */
public record PipelineUser(UUID projectId, String projectName, boolean based, List<Integer> openRuns) {
    public PipelineUser {
        openRuns = List.copyOf(openRuns);
    }
}
