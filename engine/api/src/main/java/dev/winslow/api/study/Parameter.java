package dev.winslow.api.study;

/**
 * A variable that a study varies.
 *
 * @param values a list such as {@code a,b,c}, of which each item may be a range of numbers such as {@code 1..5} or {@code 0.1..0.9:0.2}; a comma
 *     within a value is written as {@code \,}
 */
public record Parameter(String name, String values) {}
