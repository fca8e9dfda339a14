package dev.winslow.engine.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody looks for: all of the words, in any case, each anywhere. */
record Wanted(List<String> words) {
    private static final int MOST_WORDS = 6;

    static Wanted of(String typed) {
        return new Wanted(List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList());
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    boolean isPartlyIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** 0 is best: the text begins so, then a word of it does, then it is somewhere, then only what is beside the title has it. */
    int rank(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        String first = words.getFirst();
        if (lower.startsWith(first)) {
            return 0;
        }
        int at = lower.indexOf(first);
        if (at < 0) {
            return 3;
        }
        return Character.isLetterOrDigit(lower.charAt(at - 1)) ? 2 : 1;
    }

    /** For {@code like ... escape '!'}: the longest word; what is found so is looked at again for the others. */
    String pattern() {
        String word =
                words.stream().max(Comparator.comparingInt(String::length)).orElse("");
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
