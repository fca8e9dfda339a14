package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.run.RunState;
import dev.winslow.engine.run.Run;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The runs of a project, newest first, each with a bar as long as it took. */
final class RunList extends OrderedList {
    private final transient Consumer<UUID> chosen;
    private final transient Kept<UUID, Row> rows = new Kept<>(this, Row::new);

    RunList(Consumer<UUID> chosen) {
        this.chosen = chosen;
        addClassName("winslow-runs");
    }

    /** @param newest how the first of them stands, where it has not ended */
    void show(List<Run> runs, Optional<RunState> newest, UUID current, Instant now) {
        rows.show(runs.stream().map(Run::id).toList());
        long longest =
                runs.stream().mapToLong(run -> took(run, now).toMillis()).max().orElse(1);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Row row = rows.of(run.id());
            row.name(t("Run {0}", runs.size() - i), run.id().equals(current));
            row.show(run.end().map(Run.End::state).or(() -> newest).orElse(RunState.RUNNING));
            row.took(run, took(run, now), longest);
        }
    }

    private static Duration took(Run run, Instant now) {
        return Duration.between(run.startedAt(), run.end().map(Run.End::at).orElse(now));
    }

    private final class Row extends ListItem {
        private final NativeButton button = new NativeButton();
        private final Span name = new Span();
        private final Span standing = new Span();
        private final Span when = new Span();
        private final Span took = new Span();
        private final Span bar = new Span();
        private final Drawn drawn = new Drawn();

        Row(UUID run) {
            name.addClassName("winslow-strong");
            when.addClassName("winslow-secondary");
            took.addClassName("winslow-figure");
            bar.getElement().setAttribute("aria-hidden", "true");
            button.add(name, standing, when, took, bar);
            button.addClickListener(click -> chosen.accept(run));
            add(button);
        }

        void name(String title, boolean current) {
            name.setText(title);
            if (current) {
                button.getElement().setAttribute("aria-current", "true");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        }

        void show(RunState state) {
            drawn.show(state, () -> {
                standing.removeAll();
                standing.add(new StateBadge(state));
                bar.setClassName(
                        "winslow-run-bar winslow-run-bar-" + state.name().toLowerCase(Locale.ENGLISH));
            });
        }

        void took(Run run, Duration time, long longest) {
            when.setText(Words.time(run.startedAt()));
            took.setText(Words.duration(time));
            bar.getStyle().set("width", Math.max(1, 100 * time.toMillis() / Math.max(1, longest)) + "%");
        }
    }
}
