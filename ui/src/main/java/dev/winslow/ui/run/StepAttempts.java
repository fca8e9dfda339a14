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
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The latest attempts of a step, each with the ways to its log and its files. While one runs, only its figure changes. */
final class StepAttempts extends Div {
    private static final int MOST = 4;

    private final transient Consumer<AttemptView> openLog;
    private final transient BiConsumer<RunView, AttemptView> openFiles;
    private final Drawn drawn = new Drawn();
    private final Span latest = figure();

    StepAttempts(Consumer<AttemptView> openLog, BiConsumer<RunView, AttemptView> openFiles) {
        this.openLog = openLog;
        this.openFiles = openFiles;
        addClassName("winslow-step-attempts");
    }

    /** @param attempts newest first */
    void show(RunView run, List<AttemptView> attempts) {
        drawn.show(attempts.stream().map(Kept::of).toList(), () -> draw(run, attempts));
        attempts.stream().findFirst().ifPresent(attempt -> latest.setText(took(attempt)));
    }

    /** What of an attempt asks for another row. */
    private record Kept(UUID id, AttemptState state) {
        static Kept of(AttemptView attempt) {
            return new Kept(attempt.id(), attempt.state());
        }
    }

    private void draw(RunView run, List<AttemptView> attempts) {
        removeAll();
        if (attempts.isEmpty()) {
            return;
        }
        add(new H3(attempts.size() == 1 ? t("Attempt") : t("Attempts")), row(run, attempts.getFirst(), latest));
        attempts.stream().skip(1).limit(MOST - 1).forEach(attempt -> {
            Span figure = figure();
            figure.setText(took(attempt));
            add(row(run, attempt, figure));
        });
        if (attempts.size() > MOST) {
            Span more = new Span(t("and {0} earlier, in the history", attempts.size() - MOST));
            more.addClassName("winslow-secondary");
            add(more);
        }
    }

    private Div row(RunView run, AttemptView attempt, Span figure) {
        Span number = new Span(String.valueOf(attempt.number()));
        number.addClassName("winslow-secondary");
        Button log = small(t("Log"), t("Log of {0}, attempt {1}", attempt.stageName(), attempt.number()));
        log.addClickListener(click -> openLog.accept(attempt));
        Button files = small(t("Files"), t("Files of {0}, attempt {1}", attempt.stageName(), attempt.number()));
        files.addClickListener(click -> openFiles.accept(run, attempt));
        Div row = new Div(number, new StateBadge(attempt.state()), figure, log, files);
        row.addClassName("winslow-attempt");
        return row;
    }

    private static String took(AttemptView attempt) {
        return StepMark.took(attempt).or(() -> StepMark.percent(attempt)).orElse("");
    }

    private static Span figure() {
        Span figure = new Span();
        figure.addClassName("winslow-figure");
        return figure;
    }

    private static Button small(String words, String label) {
        Button button = new Button(words);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return button;
    }
}
