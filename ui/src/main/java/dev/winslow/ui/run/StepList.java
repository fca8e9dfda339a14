package dev.winslow.ui.run;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.StateBadge;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps one below the other, where the screen is too narrow for the diagram to be read. */
final class StepList extends OrderedList {
    private final transient Consumer<String> chosen;
    private final Drawn drawn = new Drawn();

    StepList(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("winslow-step-list");
    }

    void show(List<StepView> steps, Optional<String> current) {
        List<Line> lines = steps.stream().map(step -> new Line(step, current)).toList();
        drawn.show(lines, () -> {
            removeAll();
            lines.forEach(line -> add(new ListItem(button(line))));
        });
    }

    private record Line(String id, String name, String took, StepState state, boolean current) {
        Line(StepView step, Optional<String> current) {
            this(
                    step.id(),
                    step.name(),
                    step.latestAttempt()
                            .flatMap(attempt -> StepMark.took(attempt).or(() -> StepMark.percent(attempt)))
                            .orElse(""),
                    step.state(),
                    current.equals(Optional.of(step.id())));
        }
    }

    private NativeButton button(Line line) {
        Span took = new Span(line.took());
        took.addClassNames("winslow-secondary", "winslow-figure");
        NativeButton button = new NativeButton();
        button.add(new Span(line.name()), took, new StateBadge(line.state()));
        button.addClickListener(click -> chosen.accept(line.id()));
        if (line.current()) {
            button.getElement().setAttribute("aria-current", "step");
        }
        return button;
    }
}
