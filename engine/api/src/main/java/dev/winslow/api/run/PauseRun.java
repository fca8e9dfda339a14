package dev.winslow.api.run;

import java.util.Optional;

/** Pauses a run: before its next stage, or once a step is done. */
public record PauseRun(Optional<String> after) {}
