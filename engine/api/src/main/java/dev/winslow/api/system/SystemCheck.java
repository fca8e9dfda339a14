package dev.winslow.api.system;

/**
 * How one part of the system is.
 *
 * @param detail in a sentence, and what to do where something is wrong
 */
public record SystemCheck(String part, Health health, String detail) {
    /** How well it is. */
    public enum Health {
        GOOD,
        /** It works, and somebody should look. */
        WORRYING,
        BAD
    }
}
