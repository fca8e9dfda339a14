package dev.winslow.api.log;

import java.util.List;

/** Lines from {@code from} on, how many there are in all, and whether more may come. */
public record LogPage(long from, List<LogLine> lines, long total, boolean ended) {}
