package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** In what two attempts were told to work otherwise, and how long each took. */
final class AttemptDifferences {
    private AttemptDifferences() {}

    /** @param what a variable as the stage sees it, or words for something else */
    record Row(String what, String left, String right) {}

    static List<Row> of(AttemptView left, AttemptView right) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(t("Ended as"), Words.state(left.state()), Words.state(right.state())));
        rows.add(new Row(
                t("Took"),
                Words.duration(left.timing().running()),
                Words.duration(right.timing().running())));
        rows.add(new Row(t("Image"), left.image(), right.image()));
        rows.add(new Row(t("Arguments"), String.join(" ", left.arguments()), String.join(" ", right.arguments())));
        rows.addAll(variables(left.environment(), right.environment()));
        return rows.stream().filter(row -> !row.left().equals(row.right())).toList();
    }

    private static List<Row> variables(Map<String, String> left, Map<String, String> right) {
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        return names.stream()
                .map(name ->
                        new Row(name, left.getOrDefault(name, t("not set")), right.getOrDefault(name, t("not set"))))
                .toList();
    }
}
