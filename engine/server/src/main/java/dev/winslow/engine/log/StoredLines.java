package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import java.util.List;

/** Lines with numbers in a row, as they are stored: compressed until somebody wants to see them. */
record StoredLines(long first, int count, byte[] bytes) {
    /** The number behind the last one. */
    long end() {
        return first + count;
    }

    List<LogLine> lines() {
        return LogChunk.decompress(first, count, bytes).lines();
    }
}
