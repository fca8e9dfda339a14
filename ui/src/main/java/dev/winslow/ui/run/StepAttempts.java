package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.StateBadge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The latest attempts of a step, each with the ways to its log and its files. A row stays while its attempt goes on, so that a click never meets one that has just gone. */
final class StepAttempts extends Div {
    private static final int MOST = 4;

    private final transient Consumer<AttemptView> openLog;
    private final transient BiConsumer<RunView, AttemptView> openFiles;
    private final Drawn drawn = new Drawn();
    private final Map<UUID, Row> rows = new HashMap<>();

    StepAttempts(Consumer<AttemptView> openLog, BiConsumer<RunView, AttemptView> openFiles) {
        this.openLog = openLog;
        this.openFiles = openFiles;
        addClassName("winslow-step-attempts");
    }

    /** @param attempts newest first */
    void show(RunView run, List<AttemptView> attempts) {
        List<AttemptView> latest = attempts.stream().limit(MOST).toList();
        drawn.show(attempts.stream().map(AttemptView::id).toList(), () -> draw(run, latest, attempts.size()));
        latest.forEach(attempt -> Objects.requireNonNull(rows.get(attempt.id())).show(attempt));
    }

    private void draw(RunView run, List<AttemptView> latest, int all) {
        removeAll();
        rows.keySet().retainAll(latest.stream().map(AttemptView::id).toList());
        if (latest.isEmpty()) {
            return;
        }
        add(new H3(all == 1 ? t("Attempt") : t("Attempts")));
        latest.forEach(attempt -> add(rows.computeIfAbsent(attempt.id(), id -> new Row(run, attempt))));
        if (all > MOST) {
            Span more = new Span(t("and {0} earlier, in the history", all - MOST));
            more.addClassName("winslow-secondary");
            add(more);
        }
    }

    private final class Row extends Div {
        private final Span figure = new Span();
        private transient AttemptState state;
        private StateBadge badge;

        Row(RunView run, AttemptView attempt) {
            state = attempt.state();
            badge = new StateBadge(state);
            Span number = new Span(String.valueOf(attempt.number()));
            number.addClassName("winslow-secondary");
            figure.addClassName("winslow-figure");
            Button log = small(t("Log"), t("Log of {0}, attempt {1}", attempt.stageName(), attempt.number()));
            log.addClickListener(click -> openLog.accept(attempt));
            Button files = small(t("Files"), t("Files of {0}, attempt {1}", attempt.stageName(), attempt.number()));
            files.addClickListener(click -> openFiles.accept(run, attempt));
            add(number, badge, figure, log, files);
            addClassName("winslow-attempt");
        }

        void show(AttemptView attempt) {
            figure.setText(
                    StepMark.took(attempt).or(() -> StepMark.percent(attempt)).orElse(""));
            if (attempt.state() != state) {
                StateBadge now = new StateBadge(attempt.state());
                replace(badge, now);
                badge = now;
                state = attempt.state();
            }
        }
    }

    private static Button small(String words, String label) {
        Button button = new Button(words);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return button;
    }
}
