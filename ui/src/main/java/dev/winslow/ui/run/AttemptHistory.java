package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

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
    private static final int MOST_ROWS = 20;

    private final Grid<AttemptView> grid = new Grid<>();
    private List<AttemptView> shown = List.of();

    /** Called with the attempt whose log the person wants to read, or whose files the person wants to see. */
    public AttemptHistory(Consumer<AttemptView> openLog, Consumer<AttemptView> openFiles) {
        grid.addComponentColumn(AttemptHistory::what)
                .setHeader(t("Stage"))
                .setWidth("10rem")
                .setFlexGrow(4);
        grid.addComponentColumn(attempt -> new StateBadge(attempt.state()))
                .setHeader(t("State"))
                .setFlexGrow(0)
                .setWidth("8rem");
        grid.addColumn(attempt -> StepMark.took(attempt).orElse(""))
                .setHeader(t("Took"))
                .setFlexGrow(0)
                .setWidth("5.5rem");
        grid.addColumn(attempt -> attempt.nodeName().orElse(""))
                .setHeader(t("Node"))
                .setWidth("6rem");
        grid.addColumn(attempt -> attempt.startedAt().map(Words::time).orElse(""))
                .setHeader(t("Started"))
                .setFlexGrow(0)
                .setWidth("11.5rem");
        grid.addComponentColumn(attempt -> ways(attempt, openLog, openFiles))
                .setFlexGrow(0)
                .setWidth("8.5rem");
        grid.setPageSize(MOST_ROWS);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("Attempts"));
        grid.setEmptyStateComponent(
                Pages.empty(t("No attempt yet"), t("The first one begins when a node takes the stage.")));
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

    /** Its name, and below it why it ran or ended as it did. */
    private static Div what(AttemptView attempt) {
        Div words = new Div(new Span(t("{0}, attempt {1}", attempt.stageName(), attempt.number())));
        words.addClassName("winslow-whole");
        attempt.reason().or(() -> attempt.reuse().map(Reuse::sentence)).ifPresent(sentence -> {
            Div why = new Div(new Span(sentence));
            why.addClassName("winslow-secondary");
            words.add(why);
        });
        return words;
    }

    private static Div ways(AttemptView attempt, Consumer<AttemptView> openLog, Consumer<AttemptView> openFiles) {
        Button log = new Button(t("Log"), click -> openLog.accept(attempt));
        log.setAriaLabel(t("Log of {0}, attempt {1}", attempt.stageName(), attempt.number()));
        Button files = new Button(t("Files"), click -> openFiles.accept(attempt));
        files.setAriaLabel(t("Files of {0}, attempt {1}", attempt.stageName(), attempt.number()));
        Div ways = new Div(log, files);
        ways.addClassName("winslow-row-actions");
        List.of(log, files).forEach(button -> button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL));
        return ways;
    }
}
