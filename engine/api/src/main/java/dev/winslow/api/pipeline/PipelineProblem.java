package dev.winslow.api.pipeline;

/** What keeps a pipeline from being accepted: the element's id (empty for the whole), what is wrong, and what to do. */
public record PipelineProblem(String element, String problem, String remedy) {}
