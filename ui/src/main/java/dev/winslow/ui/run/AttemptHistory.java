package dev.winslow.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Reuse;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.function.Consumer;

/** All attempts of a run, newest first. */
public final class AttemptHistory extends Div {
    private static final int MOST_ROWS = 12;

    private final Grid<AttemptView> grid = new Grid<>();
    private List<AttemptView> shown = List.of();

    /** Called with the attempt whose log the person wants to read. */
    public AttemptHistory(Consumer<AttemptView> openLog) {
        grid.addColumn(attempt -> attempt.stageName() + ", attempt " + attempt.number())
                .setHeader("Stage")
                .setFlexGrow(2);
        grid.addComponentColumn(attempt -> new StateBadge(attempt.state()))
                .setHeader("State")
                .setFlexGrow(0)
                .setWidth("8rem");
        grid.addColumn(attempt -> StepMark.took(attempt).orElse(""))
                .setHeader("Took")
                .setFlexGrow(0)
                .setWidth("7rem");
        grid.addColumn(attempt -> attempt.nodeName().orElse("")).setHeader("Node");
        grid.addColumn(attempt -> attempt.startedAt().map(Words::time).orElse(""))
                .setHeader("Started")
                .setFlexGrow(0)
                .setWidth("12.5rem");
        grid.addComponentColumn(attempt -> reason(attempt)).setHeader("Why").setFlexGrow(3);
        grid.addComponentColumn(attempt -> log(attempt, openLog)).setFlexGrow(0).setWidth("6rem");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", "Attempts");
        grid.setEmptyStateComponent(Pages.empty("No attempt yet", "The first one begins when a node takes the stage."));
        add(grid);
        setWidthFull();
    }

    public void show(List<AttemptView> attempts) {
        if (!attempts.equals(shown)) {
            shown = attempts;
            // A long table scrolls within itself, and makes only the rows that are seen.
            grid.setAllRowsVisible(attempts.size() <= MOST_ROWS);
            grid.setItems(attempts.reversed());
        }
    }

    private static Span reason(AttemptView attempt) {
        String sentence =
                attempt.reason().or(() -> attempt.reuse().map(Reuse::sentence)).orElse("");
        Span words = new Span(sentence);
        words.setTitle(sentence);
        return words;
    }

    private static Button log(AttemptView attempt, Consumer<AttemptView> openLog) {
        Button button = new Button("Log", click -> openLog.accept(attempt));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel("Log of " + attempt.stageName() + ", attempt " + attempt.number());
        return button;
    }
}
