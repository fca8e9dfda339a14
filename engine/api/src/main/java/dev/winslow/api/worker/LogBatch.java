package dev.winslow.api.worker;

import dev.winslow.api.log.LogLine;
import java.util.List;

/** Lines in order. Lines that the server has already are skipped by their number, so a batch may be sent twice. */
public record LogBatch(String leaseToken, List<LogLine> lines) {
    public LogBatch {
        lines = List.copyOf(lines);
    }
}
