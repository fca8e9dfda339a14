package dev.winslow.engine.pipeline;

/** Counts who is based on a pipeline; the projects know. */
public interface PipelineUsers {
    int projectsOf(String pipelineKey);
}
