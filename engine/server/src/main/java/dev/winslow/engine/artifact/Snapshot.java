package dev.winslow.engine.artifact;

import java.util.List;

/** The files as a completed step left them; a higher sequence is later. */
public record Snapshot(String stepId, long sequence, List<Artifact> files) {}
