package dev.winslow.api.pipeline;

import java.time.Instant;

/** One version of a pipeline; openRuns counts the runs in progress that started with it and keep it. */
public record PipelineVersionView(int version, String name, String description, Instant deployedAt, int openRuns) {}
