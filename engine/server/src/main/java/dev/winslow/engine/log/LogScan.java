package dev.winslow.engine.log;

import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at one line after the other until it has found enough or has looked for long enough. */
final class LogScan implements LogReader.Taker<RuntimeException> {
    private static final int MOST_CHARACTERS = 1 << 20;

    private final LinePattern pattern;
    private final Set<LogStream> streams;
    private final int limit;
    private final long deadlineNanos;
    private final List<LogLine> found = new ArrayList<>();
    private int characters;
    private long next;

    /**
     * @param streams those to look at; none means all
     * @param deadlineNanos when to leave off, by {@link System#nanoTime()}
     */
    LogScan(LinePattern pattern, Set<LogStream> streams, int limit, long deadlineNanos) {
        this.pattern = pattern;
        this.streams = streams;
        this.limit = limit;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public boolean take(LogLine line) {
        next = line.number() + 1;
        if ((streams.isEmpty() || streams.contains(line.stream())) && pattern.finds(line.text())) {
            found.add(line);
            characters += line.text().length();
        }
        return found.size() < limit && characters < MOST_CHARACTERS && System.nanoTime() < deadlineNanos;
    }

    List<LogLine> found() {
        return List.copyOf(found);
    }

    /** Behind the last line that was looked at. */
    long next() {
        return next;
    }
}
