package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineChange.Kind;
import dev.winslow.ui.pipeline.PipelineDrawing.Mark;
import dev.winslow.ui.shell.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was added, removed and changed, by symbol, word and colour. */
final class ChangeList extends UnorderedList {
    ChangeList() {
        addClassName("winslow-changes");
    }

    void show(List<PipelineChange> changes, String noneTitle, String noneAdvice) {
        removeAll();
        changes.forEach(change -> add(item(change)));
        if (changes.isEmpty()) {
            add(new ListItem(Pages.empty(noneTitle, noneAdvice)));
        }
    }

    /** Marks for the diagram of one side. */
    static Map<String, Mark> marks(List<PipelineChange> changes, Set<Kind> kinds) {
        Map<String, Mark> marks = new HashMap<>();
        changes.stream()
                .filter(change -> kinds.contains(change.kind()))
                .forEach(change -> marks.put(
                        change.element(),
                        new Mark(state(change.kind()), change.type().equals("flow") ? "" : word(change.kind()))));
        return marks;
    }

    private static ListItem item(PipelineChange change) {
        Span kind = new Span(word(change.kind()));
        kind.addClassNames("winslow-badge", "winslow-badge-" + state(change.kind()));
        Span name = new Span(change.name());
        name.addClassName("winslow-strong");
        Span type = new Span(change.type());
        type.addClassName("winslow-secondary");
        Div line = new Div(kind, name, type);
        line.addClassName("winslow-links");
        ListItem item = new ListItem(line);
        change.details().forEach(detail -> item.add(detail(detail)));
        return item;
    }

    private static Div detail(PipelineChange.Detail detail) {
        Span trait = new Span(detail.trait());
        trait.addClassName("winslow-secondary");
        Div line = new Div(trait, side("before", detail.before().orElseGet(() -> t("nothing"))));
        line.add(new Span("→"), side("after", detail.after().orElseGet(() -> t("nothing"))));
        line.addClassName("winslow-detail");
        return line;
    }

    private static Span side(String side, String text) {
        Span value = new Span(text);
        value.addClassNames("winslow-code", "winslow-" + side);
        return value;
    }

    private static String state(Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case ADDED -> t("+ added");
            case REMOVED -> t("− removed");
            case CHANGED -> t("~ changed");
        };
    }
}
