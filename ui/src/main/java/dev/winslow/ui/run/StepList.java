package dev.winslow.ui.run;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.run.StepView;
import dev.winslow.ui.shell.StateBadge;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps one below the other, where the screen is too narrow for the diagram to be read. */
final class StepList extends OrderedList {
    private final transient Consumer<String> chosen;
    private transient List<StepView> shown = List.of();
    private Optional<String> marked = Optional.empty();

    StepList(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("winslow-step-list");
    }

    void show(List<StepView> steps, Optional<String> current) {
        if (steps.equals(shown) && current.equals(marked)) {
            return;
        }
        shown = List.copyOf(steps);
        marked = current;
        removeAll();
        steps.forEach(step -> add(new ListItem(button(step, current))));
    }

    private NativeButton button(StepView step, Optional<String> current) {
        Span took = new Span(step.latestAttempt()
                .flatMap(attempt -> StepMark.took(attempt).or(() -> StepMark.percent(attempt)))
                .orElse(""));
        took.addClassNames("winslow-secondary", "winslow-figure");
        NativeButton button = new NativeButton();
        button.add(new Span(step.name()), took, new StateBadge(step.state()));
        button.addClickListener(click -> chosen.accept(step.id()));
        if (current.equals(Optional.of(step.id()))) {
            button.getElement().setAttribute("aria-current", "step");
        }
        return button;
    }
}
