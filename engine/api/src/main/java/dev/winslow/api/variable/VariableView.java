package dev.winslow.api.variable;

import java.util.Optional;

/**
 * A variable with the value that counts.
 *
 * @param value absent where it is secret
 * @param overridden the levels whose values it takes the place of, separated by commas; empty where there is none
 */
public record VariableView(String name, Optional<String> value, Origin origin, boolean secret, String overridden) {}
