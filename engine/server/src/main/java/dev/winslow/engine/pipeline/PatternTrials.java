package dev.winslow.engine.pipeline;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.Progress;
import dev.winslow.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines of a log by a stage's patterns as a worker does, so that an author sees what they find before a stage runs. */
public final class PatternTrials {
    private static final int MOST_LINES = 2000;

    private final List<String> faults = new ArrayList<>();
    private final List<Pattern> progress;
    private final List<Pattern> fail;
    private final List<Pattern> warn;

    private PatternTrials(TryPatterns question) {
        progress = compiled(question.progress());
        fail = compiled(question.fail());
        warn = compiled(question.warn());
    }

    public static PatternTrial of(TryPatterns question) {
        if (question.lines().size() > MOST_LINES) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "%d lines are more than the %d that can be tried at once."
                            .formatted(question.lines().size(), MOST_LINES),
                    "Try the patterns on a part of the log.");
        }
        var trial = new PatternTrials(question);
        return new PatternTrial(question.lines().stream().map(trial::line).toList(), trial.faults);
    }

    private PatternTrial.Line line(String text) {
        return new PatternTrial.Line(
                text,
                progress.stream()
                        .flatMap(pattern -> progress(pattern, text).stream())
                        .reduce((first, last) -> last),
                fail.stream().anyMatch(pattern -> pattern.matcher(text).find()),
                warn.stream().anyMatch(pattern -> pattern.matcher(text).find()));
    }

    private static Optional<Progress> progress(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        return group(pattern, match, "percent")
                .filter(percent -> percent.replace(',', '.').matches("\\d{0,9}\\.?\\d{1,9}"))
                .map(percent -> new Progress(
                        group(pattern, match, "subject").orElse(""),
                        Math.clamp(Double.parseDouble(percent.replace(',', '.')), 0, 100)));
    }

    private static Optional<String> group(Pattern pattern, Matcher match, String name) {
        return pattern.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }

    private List<Pattern> compiled(List<String> patterns) {
        return patterns.stream().flatMap(pattern -> compiled(pattern).stream()).toList();
    }

    private Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException fault) {
            faults.add("The pattern %s cannot be read: %s. Write it in RE2's syntax, which has no look-ahead."
                    .formatted(pattern, fault.getDescription()));
            return Optional.empty();
        }
    }
}
