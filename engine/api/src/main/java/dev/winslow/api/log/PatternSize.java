package dev.winslow.api.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a regular expression would be with its counted repetitions written out, which is what makes it slow to compile. */
final class PatternSize {
    static final long MOST = 100_000;
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?\\}");
    /** A class of characters, or an escaped character with what belongs to it. */
    private static final Pattern ONE =
            Pattern.compile("\\[\\^?\\]?(?:\\\\.|\\[:\\^?\\w+:\\]|[^\\]\\\\])*\\]|\\\\[pPx]\\{[^}]*\\}|\\\\.");

    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;

    private PatternSize() {}

    /** In characters; at most {@link #MOST} and one. */
    static long of(String pattern) {
        return new PatternSize().read(pattern);
    }

    private long read(String pattern) {
        Matcher repetition = REPETITION.matcher(pattern);
        Matcher one = ONE.matcher(pattern);
        int at = 0;
        while (at < pattern.length()) {
            if (repetition.region(at, pattern.length()).lookingAt()) {
                repeat(most(repetition));
                at = repetition.end();
            } else if (one.region(at, pattern.length()).lookingAt()) {
                add(1);
                at = one.end();
            } else {
                take(pattern.charAt(at));
                at++;
            }
        }
        return size;
    }

    private void take(char sign) {
        if (sign == '(') {
            outer.push(size);
            size = 0;
        } else if (sign == ')' && !outer.isEmpty()) {
            long group = size;
            size = outer.pop();
            add(group);
        } else {
            add(1);
        }
    }

    private void add(long part) {
        last = part;
        size = Math.min(MOST + 1, size + part);
    }

    private void repeat(long times) {
        long more = Math.min(MOST + 1, last * Math.max(0, times - 1));
        size = Math.min(MOST + 1, size + more);
        last = Math.min(MOST + 1, last + more);
    }

    private static long most(Matcher repetition) {
        String upper = repetition.group(2);
        return Long.parseLong(upper == null || upper.isEmpty() ? repetition.group(1) : upper);
    }
}
