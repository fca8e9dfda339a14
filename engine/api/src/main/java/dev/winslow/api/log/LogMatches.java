package dev.winslow.api.log;

import java.util.List;

/**
 * Lines that a search found, in order.
 *
 * @param next where to go on: all lines before it were looked at
 * @param total how many lines there are now
 * @param ended whether no more lines are to come
 */
public record LogMatches(List<LogLine> lines, long next, long total, boolean ended) {}
