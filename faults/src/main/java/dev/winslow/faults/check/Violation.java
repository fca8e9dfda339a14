package dev.winslow.faults.check;

/** A rule that does not hold, and where. */
public record Violation(String rule, String where) {
    @Override
    public String toString() {
        return rule + ": " + where;
    }
}
