package dev.winslow.engine.variable;

/** A value at one level. */
public record Variable(String name, String value, boolean secret) {
    /** What is shown instead of a secret. */
    public static final String MASK = "•••";

    @Override
    public String toString() {
        return "Variable[name=" + name + "]";
    }
}
