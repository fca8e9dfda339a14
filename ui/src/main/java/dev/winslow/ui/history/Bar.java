package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of time in the life of a run: an attempt at a stage, or the wait for a person.
 *
 * @param id of the attempt; empty for a wait
 * @param lane the step
 * @param state gives its colour
 * @param words what is to be said of it
 * @param end 0 while it lasts
 */
public record Bar(String id, String lane, String state, String words, long start, long end) {

    /** Of a run's attempts and of what people were asked, in the order in which they began. */
    static List<Bar> of(RunView run, List<AttemptView> attempts, List<EventView> events) {
        List<Bar> bars = new ArrayList<>();
        attempts.forEach(attempt -> of(attempt).ifPresent(bars::add));
        bars.addAll(waits(run, events));
        bars.sort((one, other) -> Long.compare(one.start(), other.start()));
        return bars;
    }

    private static Optional<Bar> of(AttemptView attempt) {
        return attempt.startedAt()
                .map(start -> new Bar(
                        attempt.id().toString(),
                        attempt.stageId(),
                        state(attempt.state()),
                        words(attempt),
                        start.toEpochMilli(),
                        attempt.endedAt().map(Instant::toEpochMilli).orElse(0L)));
    }

    private static String words(AttemptView attempt) {
        String state = Words.stateInSentence(attempt.state());
        return attempt.nodeName()
                        .map(node -> t("attempt {0}, {1} on {2}", attempt.number(), state, node))
                        .orElseGet(() -> t("attempt {0}, {1}", attempt.number(), state))
                + attempt.reason().map(reason -> ": " + reason).orElse("");
    }

    private static List<Bar> waits(RunView run, List<EventView> events) {
        Map<String, EventView> open = new HashMap<>();
        List<Bar> waits = new ArrayList<>();
        for (EventView event : events) {
            String task = event.details().getOrDefault("task", "");
            if (event.kind() == EventKind.TASK_OPENED) {
                open.put(task, event);
            } else if (event.kind() == EventKind.TASK_ANSWERED && open.containsKey(task)) {
                waits.add(wait(
                        open.remove(task),
                        Optional.of(event.at()),
                        t("waited for a person, answered by {0}", event.who())));
            }
        }
        open.values().stream()
                .filter(event -> run.endedAt().isPresent() || isWaiting(run, step(event)))
                .forEach(event -> waits.add(wait(
                        event,
                        run.endedAt(),
                        run.endedAt().isPresent() ? t("waited for a person, not answered") : t("waits for a person"))));
        return waits;
    }

    private static boolean isWaiting(RunView run, String step) {
        return run.steps().stream()
                .filter(each -> each.id().equals(step))
                .anyMatch(each -> each.openTask().isPresent());
    }

    private static Bar wait(EventView opened, Optional<Instant> end, String words) {
        return new Bar(
                "",
                step(opened),
                "waiting",
                words,
                opened.at().toEpochMilli(),
                end.map(Instant::toEpochMilli).orElse(0L));
    }

    private static String step(EventView event) {
        return event.details().getOrDefault("step", "");
    }

    private static String state(AttemptState state) {
        return state.name().toLowerCase(Locale.ENGLISH);
    }

    /** Where bars stand: the run's steps in their order. */
    public record Lane(String id, String name) {
        static List<Lane> of(RunView run, List<Bar> bars) {
            return run.steps().stream()
                    .filter(step -> bars.stream().anyMatch(bar -> bar.lane().equals(step.id())))
                    .map(Lane::of)
                    .toList();
        }

        private static Lane of(StepView step) {
            return new Lane(step.id(), step.name());
        }
    }
}
