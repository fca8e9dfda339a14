package dev.winslow.agent.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.log.RequiredText;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads progress, warnings and failure out of a stage's lines. Any thread may ask. */
public final class LineWatch {
    private static final String SUBJECT = "subject";
    private static final String PERCENT = "percent";

    private final String stageName;
    private final List<Watched> progressPatterns;
    private final List<Watched> failPatterns;
    private final List<Watched> warnPatterns;
    private final Directives directives = new Directives();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private Optional<String> failure = Optional.empty();
    private int warnings;

    /** @throws IllegalArgumentException with a sentence, where a pattern is none */
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

    private void seeProgress(Watched watched, String text) {
        if (!watched.required().mayMatch(text)) {
            return;
        }
        Pattern pattern = watched.pattern();
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            return;
        }
        String subject = group(pattern, match, SUBJECT).orElse(stageName);
        group(pattern, match, PERCENT)
                .flatMap(LineWatch::percent)
                .ifPresent(percent -> progress.put(subject, new Progress(subject, percent)));
    }

    private static Optional<String> group(Pattern pattern, Matcher match, String name) {
        return pattern.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }

    /** Empty where the pattern caught something else, like a lone point. */
    private static Optional<Double> percent(String text) {
        try {
            return Optional.of(Math.clamp(Double.parseDouble(text.replace(',', '.')), 0, 100));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean found(List<Watched> patterns, LogLine line) {
        return patterns.stream().anyMatch(watched -> watched.finds(line.text()));
    }

    private static List<Watched> compiled(List<String> patterns) {
        return patterns.stream().map(LineWatch::compiled).toList();
    }

    private static Watched compiled(String pattern) {
        try {
            return new Watched(Pattern.compile(pattern), RequiredText.of(pattern));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "The pattern " + pattern + " cannot be read: " + wrong.getDescription(), wrong);
        }
    }

    /** A pattern, and what to look for before it is tried. */
    private record Watched(Pattern pattern, RequiredText required) {
        boolean finds(String text) {
            return required.mayMatch(text) && pattern.matcher(text).find();
        }
    }
}
