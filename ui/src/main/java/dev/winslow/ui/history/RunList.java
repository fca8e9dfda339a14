package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.run.RunState;
import dev.winslow.engine.run.Run;
import dev.winslow.ui.shell.Drawn;
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
    private final Drawn drawn = new Drawn();

    RunList(Consumer<UUID> chosen) {
        this.chosen = chosen;
        addClassName("winslow-runs");
    }

    /** @param newest how the first of them stands, where it has not ended */
    void show(List<Run> runs, Optional<RunState> newest, UUID current, Instant now) {
        List<String> ages =
                runs.stream().map(run -> Words.duration(took(run, now))).toList();
        drawn.show(List.of(runs, newest, current, ages), () -> draw(runs, newest, current, now));
    }

    private void draw(List<Run> runs, Optional<RunState> newest, UUID current, Instant now) {
        removeAll();
        long longest =
                runs.stream().mapToLong(run -> took(run, now).toMillis()).max().orElse(1);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            RunState state = run.end().map(Run.End::state).or(() -> newest).orElse(RunState.RUNNING);
            NativeButton button = button(run, state, t("Run {0}", runs.size() - i), now, longest);
            if (run.id().equals(current)) {
                button.getElement().setAttribute("aria-current", "true");
            }
            add(new ListItem(button));
        }
    }

    private NativeButton button(Run run, RunState state, String title, Instant now, long longest) {
        Span name = new Span(title);
        name.addClassName("winslow-strong");
        Span when = new Span(Words.time(run.startedAt()));
        when.addClassName("winslow-secondary");
        Span bar = new Span();
        bar.addClassNames("winslow-run-bar", "winslow-run-bar-" + state.name().toLowerCase(Locale.ENGLISH));
        bar.getStyle().set("width", Math.max(1, 100 * took(run, now).toMillis() / Math.max(1, longest)) + "%");
        bar.getElement().setAttribute("aria-hidden", "true");
        Span took = new Span(Words.duration(took(run, now)));
        took.addClassName("winslow-figure");
        NativeButton button = new NativeButton();
        button.add(name, new StateBadge(state), when, took, bar);
        button.addClickListener(click -> chosen.accept(run.id()));
        return button;
    }

    private static Duration took(Run run, Instant now) {
        return Duration.between(run.startedAt(), run.end().map(Run.End::at).orElse(now));
    }
}
