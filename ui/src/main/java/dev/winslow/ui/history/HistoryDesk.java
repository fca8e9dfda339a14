package dev.winslow.ui.history;

import dev.winslow.api.history.EventView;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.engine.run.Runs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that looking back asks of the server. */
@Component
public class HistoryDesk {
    static final int EVENTS_AT_ONCE = 50;

    private final RunService runs;
    private final Runs stored;
    private final Events events;
    private final InstantSource clock;

    HistoryDesk(RunService runs, Runs stored, Events events, InstantSource clock) {
        this.runs = runs;
        this.stored = stored;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. */
    List<Run> runs(UUID project) {
        return stored.ofProject(project);
    }

    Optional<RunWithAttempts> run(UUID id) {
        return runs.findWithAttempts(id);
    }

    /** Newest first; before the event with this number, where one is named. */
    List<EventView> events(UUID project, Optional<Long> before) {
        return events.history(project, before, EVENTS_AT_ONCE).stream()
                .map(Event::view)
                .toList();
    }

    /** What is needed to tell how long people were waited for. */
    List<EventView> tasks(RunView run) {
        return events.tasksOfRun(run.id(), run.startedAt()).stream()
                .map(Event::view)
                .toList();
    }

    Instant now() {
        return clock.instant();
    }
}
