package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.ui.pipeline.PipelineDrawing.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What keeps a pipeline from being accepted, with what to do about it; choosing one shows its element. */
final class ProblemList extends UnorderedList {
    private final SerializableConsumer<String> chosen;

    ProblemList(SerializableConsumer<String> chosen) {
        this.chosen = chosen;
        addClassName("winslow-changes");
    }

    void show(List<PipelineProblem> problems) {
        removeAll();
        problems.forEach(problem -> add(item(problem)));
    }

    static Map<String, Mark> marks(List<PipelineProblem> problems, String highlighted) {
        Map<String, Mark> marks = new HashMap<>();
        problems.stream()
                .filter(problem -> !problem.element().isEmpty())
                .collect(Collectors.groupingBy(PipelineProblem::element, Collectors.counting()))
                .forEach((element, count) -> marks.put(
                        element,
                        new Mark(
                                element.equals(highlighted) ? "wrong-chosen" : "wrong",
                                "! " + count(count, "1 problem", "{0} problems"))));
        return marks;
    }

    private ListItem item(PipelineProblem problem) {
        Span what = new Span(problem.problem() + ".");
        what.addClassName("winslow-strong");
        Span remedy = new Span(problem.remedy());
        ListItem item = new ListItem();
        if (!problem.element().isEmpty()) {
            NativeButton where = new NativeButton(problem.element(), click -> chosen.accept(problem.element()));
            where.addClassName("winslow-where");
            where.setTitle(t("Show it in the diagram"));
            item.add(where);
        }
        item.add(what, remedy);
        return item;
    }
}
