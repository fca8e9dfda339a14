package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What projects are put together by. */
enum Grouping {
    NONE(later("Not grouped")),
    STATE(later("By state")),
    TAG(later("By tag")),
    PIPELINE(later("By pipeline"));

    private final String words;

    Grouping(String words) {
        this.words = words;
    }

    String words() {
        return t(words);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grouping> named(String key) {
        return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** By title; the only title is empty where nothing is put together. Who has two tags stands under both. */
    Map<String, List<Listed>> of(List<Listed> projects) {
        Map<String, List<Listed>> groups = new LinkedHashMap<>();
        if (this == NONE) {
            groups.put("", projects);
            return groups;
        }
        projects.stream()
                .flatMap(each -> titles(each.project()).map(title -> Map.entry(title, each)))
                .sorted(order())
                .forEach(entry -> groups.computeIfAbsent(entry.getKey(), title -> new ArrayList<>())
                        .add(entry.getValue()));
        return groups;
    }

    private Stream<String> titles(ProjectView project) {
        return switch (this) {
            case NONE -> Stream.of("");
            case STATE -> Stream.of(Words.state(project.state()));
            case TAG -> project.tags().isEmpty() ? Stream.of(t("No tag")) : project.tags().stream();
            case PIPELINE -> Stream.of(project.pipelineKey());
        };
    }

    /** States in their own order; the rest by the alphabet, what has no tag last. */
    private Comparator<Map.Entry<String, Listed>> order() {
        Comparator<Map.Entry<String, Listed>> byTitle =
                Comparator.comparing(entry -> entry.getKey().toLowerCase(Locale.ROOT));
        return switch (this) {
            case STATE ->
                Comparator.comparing(entry -> entry.getValue().project().state());
            case TAG ->
                Comparator.<Map.Entry<String, Listed>, Boolean>comparing(
                                entry -> entry.getValue().project().tags().isEmpty())
                        .thenComparing(byTitle);
            case NONE, PIPELINE -> byTitle;
        };
    }
}
