package dev.winslow.ui.study;

import dev.winslow.api.study.StudyView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stands in the table of a study beside what was varied. */
final class StudyColumns {
    /** Numbers by their size, before words by the alphabet. */
    static final Comparator<String> NUMBERS_FIRST = Comparator.<String>comparingDouble(
                    text -> number(text).orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Comparator.naturalOrder());

    private StudyColumns() {}

    /** The results that differ between runs, or that only some have; what is the same in all says nothing. */
    static List<String> of(StudyView study) {
        return study.runs().stream()
                .flatMap(run -> run.results().keySet().stream())
                .distinct()
                .sorted()
                .filter(name -> study.runs().size() == 1
                        || study.runs().stream()
                                        .map(run -> Optional.ofNullable(
                                                run.results().get(name)))
                                        .distinct()
                                        .count()
                                > 1)
                .toList();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
