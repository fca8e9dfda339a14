package dev.winslow.api.variable;

import java.util.Optional;

/** A value for all projects or for one. A secret is never shown again, and is masked in the logs of stages. */
public record SetVariable(String value, Optional<Boolean> secret) {}
