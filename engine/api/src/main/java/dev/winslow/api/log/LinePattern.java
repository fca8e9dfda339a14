package dev.winslow.api.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.winslow.api.stage.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A regular expression for lines of logs: the worker reads its stages' lines by it, and the server finds the same where an author tries it. The
 * dialect is RE2's, which takes linear time on any line; what would make its automaton huge is refused.
 */
public final class LinePattern {
    private static final String SUBJECT = "subject";
    private static final String PERCENT = "percent";
    private static final int LONGEST = 1000;
    private static final int LARGEST = 5000;

    private final Pattern pattern;
    private final RequiredText required;

    private LinePattern(Pattern pattern) {
        this.pattern = pattern;
        this.required = RequiredText.of(pattern.pattern());
    }

    /** @throws PatternFault where the text is no pattern, or too large a one */
    public static LinePattern of(String text) {
        if (text.length() > LONGEST || PatternSize.of(text) > PatternSize.MOST) {
            throw PatternFault.tooLarge(LONGEST);
        }
        LinePattern pattern = accepted(text);
        if (pattern.pattern.programSize() > LARGEST) {
            throw PatternFault.tooLarge(LONGEST);
        }
        return pattern;
    }

    /**
     * Of any size: what a server took once goes on.
     *
     * @throws PatternFault where the text is no pattern
     */
    public static LinePattern accepted(String text) {
        try {
            return new LinePattern(Pattern.compile(text));
        } catch (PatternSyntaxException fault) {
            throw PatternFault.unreadable(text, fault.getDescription(), fault.getPattern());
        }
    }

    /** The names of its groups. */
    public Set<String> groups() {
        return pattern.namedGroups().keySet();
    }

    /** Whether a line has a percentage where it matches, without which it tells no progress. */
    public boolean hasPercent() {
        return groups().contains(PERCENT);
    }

    public boolean finds(String line) {
        return required.mayMatch(line) && pattern.matcher(line).find();
    }

    /** The first place in the line that it matches. */
    public Optional<Match> match(String line) {
        if (!required.mayMatch(line)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, String> groups = new TreeMap<>();
        groups().forEach(name -> Optional.ofNullable(matcher.group(name)).ifPresent(text -> groups.put(name, text)));
        return Optional.of(new Match(matcher.start(), matcher.end(), groups));
    }

    /**
     * Where a line matches.
     *
     * @param groups what stands in those of its named groups that took part
     */
    public record Match(int start, int end, Map<String, String> groups) {
        public Match {
            groups = Map.copyOf(groups);
        }

        /**
         * Empty where it caught no number, like a lone point.
         *
         * @param stage what progresses where the line names no subject
         */
        public Optional<Progress> progress(String stage) {
            return Optional.ofNullable(groups.get(PERCENT))
                    .flatMap(Match::percent)
                    .map(percent -> new Progress(groups.getOrDefault(SUBJECT, stage), percent));
        }

        private static Optional<Double> percent(String text) {
            try {
                double percent = Double.parseDouble(text.replace(',', '.'));
                return Double.isNaN(percent) ? Optional.empty() : Optional.of(Math.clamp(percent, 0, 100));
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
    }
}
