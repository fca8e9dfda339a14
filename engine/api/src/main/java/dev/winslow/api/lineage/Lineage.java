package dev.winslow.api.lineage;

/**
 * Where a file comes from, up to what people brought in, and what was made from it.
 *
 * @param sources who made it and from what, and so on
 * @param descendants what was made from it, and from that, and so on
 */
public record Lineage(TracedFile file, Trace sources, Trace descendants) {}
