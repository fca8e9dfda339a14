package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.engine.access.Viewer;
import java.util.List;

/** Knows who works with a pipeline. */
public interface PipelineUsers {
    /** How many projects are based on any version of the pipeline. */
    int countProjects(String pipelineKey);

    /** The projects that the viewer may see and that are based on the pipeline or have a run of it in progress, by name. */
    List<PipelineUser> usersOf(String pipelineKey, Viewer viewer);
}
