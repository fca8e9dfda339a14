package dev.winslow.bench;

/** One figure: what was measured, of which system, and in which unit. */
record Measurement(String measure, String system, double value, String unit) {}
