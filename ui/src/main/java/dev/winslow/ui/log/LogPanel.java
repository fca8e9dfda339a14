package dev.winslow.ui.log;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The log of one of a run's attempts, and the choice of which. */
public final class LogPanel extends Div {
    private final ComboBox<AttemptView> choice = new ComboBox<>();
    private final AttemptLog log = new AttemptLog();
    private final Div none = Pages.empty(t("No log yet"), t("There is one as soon as a node has taken a stage."));
    private transient List<AttemptView> offered = List.of();
    private transient Optional<UUID> shown = Optional.empty();

    /** Called with the attempt that the person chose. */
    public LogPanel(Consumer<AttemptView> chosen) {
        addClassName("winslow-log");
        choice.setAriaLabel(t("Log of"));
        choice.setItemLabelGenerator(LogPanel::words);
        choice.addClassName("winslow-log-choice");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
        log.addClassName("winslow-log-lines");
        log.setHead(choice);
        add(log, none);
    }

    /**
     * @param attempts all of the run, in the order in which they were made
     * @param line the number of a line to go to, counting from 0
     */
    public void show(List<AttemptView> attempts, Optional<AttemptView> attempt, Optional<Long> line) {
        List<AttemptView> newestFirst = attempts.reversed();
        boolean same = offered.equals(newestFirst) && shown.equals(attempt.map(AttemptView::id));
        if (!same) {
            offered = newestFirst;
            shown = attempt.map(AttemptView::id);
            choice.setItems(newestFirst);
            attempt.ifPresent(choice::setValue);
        }
        log.setVisible(attempt.isPresent());
        none.setVisible(attempt.isEmpty());
        attempt.ifPresent(each -> log.show(each, line));
    }

    private static String words(AttemptView attempt) {
        return t(
                "{0}, attempt {1}, {2}", attempt.stageName(), attempt.number(), Words.stateInSentence(attempt.state()));
    }
}
