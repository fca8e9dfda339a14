package dev.winslow.engine.pipeline;

/** Knows who works with a pipeline. */
public interface PipelineUsers {
    /** How many projects are based on any version of the pipeline. */
    int countProjects(String pipelineKey);
}
