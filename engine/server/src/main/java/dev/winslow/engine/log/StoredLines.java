package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import java.util.List;

/** Lines with numbers in a row, as they are stored: compressed until somebody wants to see them. */
record StoredLines(long first, int count, byte[] bytes, Form form) {

    /** How the lines were compressed. */
    interface Form {
        List<LogLine> decompress(long first, int count, byte[] bytes);
    }

    /** The number behind the last one. */
    long end() {
        return first + count;
    }

    List<LogLine> lines() {
        return form.decompress(first, count, bytes);
    }
}
