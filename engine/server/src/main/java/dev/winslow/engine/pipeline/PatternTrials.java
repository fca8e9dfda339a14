package dev.winslow.engine.pipeline;

import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.log.PatternFault;
import dev.winslow.api.pipeline.PatternTrial;
import dev.winslow.api.pipeline.PatternTrial.Kind;
import dev.winslow.api.pipeline.PatternTrial.Tried;
import dev.winslow.api.pipeline.StagePatterns;
import dev.winslow.api.pipeline.TryPatterns;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.Progress;
import dev.winslow.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads lines of a log by a stage's patterns as a worker does, so that an author sees what they find before a stage runs. */
public final class PatternTrials {
    private static final int MOST_LINES = 2000;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_PATTERNS = 100;
    private static final long MOST_CHARACTERS = 2_000_000;

    private final List<Candidate> candidates;
    private final List<PatternTrial.Line> shown = new ArrayList<>();
    private long found;
    private long looked;

    public PatternTrials(StagePatterns patterns) {
        candidates = Stream.of(
                        candidates(Kind.PROGRESS, patterns.progress()),
                        candidates(Kind.FAIL, patterns.fail()),
                        candidates(Kind.WARN, patterns.warn()))
                .flatMap(List::stream)
                .limit(MOST_PATTERNS + 1L)
                .toList();
        if (candidates.size() > MOST_PATTERNS) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "More than %d patterns cannot be tried at once.".formatted(MOST_PATTERNS),
                    "Try some of them.");
        }
    }

    public static PatternTrial of(TryPatterns question) {
        return of(question, () -> true);
    }

    /** @param goesOn whether there is still time, and somebody who wants the answer: otherwise it ends early, with what it has */
    public static PatternTrial of(TryPatterns question, BooleanSupplier goesOn) {
        if (question.lines().size() > MOST_LINES) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "%d lines are more than the %d that can be tried at once."
                            .formatted(question.lines().size(), MOST_LINES),
                    "Try the patterns on a part of the log.");
        }
        if (question.lines().stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The lines have more than the %d characters that can be tried at once.".formatted(MOST_CHARACTERS),
                    "Try the patterns on a part of the log.");
        }
        var trial = new PatternTrials(new StagePatterns(question.progress(), question.fail(), question.warn()));
        for (String text : question.lines()) {
            if (!goesOn.getAsBoolean()) {
                break;
            }
            trial.read(trial.looked++, text);
        }
        return trial.answer(question.lines().size());
    }

    /** Takes the next line. What Winslow itself says in a log, no worker reads. */
    public void see(LogLine line) {
        looked++;
        if (line.stream() != LogStream.SYSTEM) {
            read(line.number(), line.text());
        }
    }

    private void read(long number, String text) {
        List<PatternTrial.Find> finds = new ArrayList<>();
        Optional<Progress> progress = Optional.empty();
        for (Candidate candidate : candidates) {
            Optional<LinePattern.Match> match = candidate.match(text);
            match.ifPresent(where -> finds.add(candidate.find(where)));
            if (candidate.kind == Kind.PROGRESS) {
                Optional<Progress> before = progress;
                progress = match.flatMap(where -> where.progress("")).or(() -> before);
            }
        }
        if (!finds.isEmpty()) {
            found++;
            if (shown.size() < MOST_SHOWN) {
                shown.add(new PatternTrial.Line(
                        number, text, finds, progress, has(finds, Kind.FAIL), has(finds, Kind.WARN)));
            }
        }
    }

    private static boolean has(List<PatternTrial.Find> finds, Kind kind) {
        return finds.stream().anyMatch(find -> find.kind() == kind);
    }

    /** @param all how many lines there are, with those that nobody looked at */
    public PatternTrial answer(long all) {
        return new PatternTrial(candidates.stream().map(Candidate::tried).toList(), shown, found, looked, all);
    }

    private static List<Candidate> candidates(Kind kind, List<String> patterns) {
        return IntStream.range(0, patterns.size())
                .mapToObj(index -> new Candidate(kind, index, patterns.get(index)))
                .toList();
    }

    /** A pattern, and what came of it so far. */
    private static final class Candidate {
        private final Kind kind;
        private final int index;
        private Optional<LinePattern> pattern = Optional.empty();
        private Optional<String> fault = Optional.empty();
        private long lines;

        Candidate(Kind kind, int index, String text) {
            this.kind = kind;
            this.index = index;
            try {
                pattern = Optional.of(LinePattern.of(text));
            } catch (PatternFault wrong) {
                fault = Optional.of(wrong.problem() + ". " + wrong.remedy());
            }
        }

        Optional<LinePattern.Match> match(String text) {
            Optional<LinePattern.Match> match = pattern.flatMap(readable -> readable.match(text));
            lines += match.isPresent() ? 1 : 0;
            return match;
        }

        PatternTrial.Find find(LinePattern.Match match) {
            return new PatternTrial.Find(kind, index, match.start(), match.end(), match.groups());
        }

        Tried tried() {
            return new Tried(kind, index, lines, fault);
        }
    }
}
