package dev.winslow.agent.log;

import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads progress, warnings and failure out of a stage's lines. Any thread may ask. */
public final class LineWatch {
    private final String stageName;
    private final List<LinePattern> progressPatterns;
    private final List<LinePattern> failPatterns;
    private final List<LinePattern> warnPatterns;
    private final Directives directives = new Directives();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private Optional<String> failure = Optional.empty();
    private int warnings;

    /** @throws dev.winslow.api.log.PatternFault where a pattern is none */
    public LineWatch(Assignment assignment) {
        this.stageName = assignment.stageName();
        this.progressPatterns = compiled(assignment.progressPatterns());
        this.failPatterns = compiled(assignment.failPatterns());
        this.warnPatterns = compiled(assignment.warnPatterns());
    }

    public synchronized void see(LogLine line) {
        if (line.stream() == LogStream.SYSTEM) {
            return;
        }
        directives.see(line);
        progressPatterns.forEach(pattern -> seeProgress(pattern, line.text()));
        if (found(warnPatterns, line)) {
            warnings++;
        }
        if (failure.isEmpty() && found(failPatterns, line)) {
            failure = Optional.of(line.text());
        }
    }

    /** What the stage says to Winslow itself. */
    public Directives directives() {
        return directives;
    }

    /** The newest of each subject, in the order in which they came up. */
    public synchronized List<Progress> progress() {
        return List.copyOf(progress.values());
    }

    public synchronized int warnings() {
        return warnings;
    }

    /** The first line that a fail pattern found. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    private void seeProgress(LinePattern pattern, String text) {
        pattern.match(text)
                .flatMap(match -> match.progress(stageName))
                .ifPresent(seen -> progress.put(seen.subject(), seen));
    }

    private static boolean found(List<LinePattern> patterns, LogLine line) {
        return patterns.stream().anyMatch(pattern -> pattern.finds(line.text()));
    }

    private static List<LinePattern> compiled(List<String> patterns) {
        return patterns.stream().map(LinePattern::accepted).toList();
    }
}
