package dev.winslow.engine.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.log.RequiredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at one line after the other until it has found enough or has looked for long enough. */
final class LogScan implements LogReader.Taker<RuntimeException> {
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Matcher matcher;
    private final RequiredText required;
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
    LogScan(Pattern pattern, Set<LogStream> streams, int limit, long deadlineNanos) {
        this.matcher = pattern.matcher("");
        this.required = RequiredText.of(pattern.pattern());
        this.streams = streams;
        this.limit = limit;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public boolean take(LogLine line) {
        next = line.number() + 1;
        if ((streams.isEmpty() || streams.contains(line.stream()))
                && required.mayMatch(line.text())
                && matcher.reset(line.text()).find()) {
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
