package dev.winslow.ui.shell;

import dev.winslow.engine.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What other servers on the same database do: the events that they write tell of it. How far the stages have come that report to them is no event,
 * and is looked for while there are such servers.
 */
final class OtherServers {
    private static final long LATELY_NANOS = Duration.ofDays(1).toNanos();

    private final Supplier<Set<UUID>> atWork;
    private final long patience;
    private final Map<UUID, Long> toldHere = new ConcurrentHashMap<>();
    private volatile Optional<Long> heard = Optional.empty();

    /**
     * @param atWork projects of which something runs
     * @param patience for how long nothing is looked for of a project of which this server itself has told
     */
    OtherServers(Supplier<Set<UUID>> atWork, Duration patience) {
        this.atWork = atWork;
        this.patience = patience.toNanos();
    }

    /** This server has told of a change of the project. */
    void told(UUID project) {
        toldHere.put(project, System.nanoTime());
    }

    /** The projects that others have changed. */
    Set<UUID> changed(List<Event> events) {
        Set<UUID> changed = events.stream()
                .filter(event -> !event.here())
                .flatMap(event -> event.projectId().stream())
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            heard = Optional.of(System.nanoTime());
        }
        return changed;
    }

    /** The projects of which something may have come further without a word here. */
    Set<UUID> silent() {
        toldHere.values().removeIf(at -> isOver(patience, at));
        if (heard.isEmpty() || isOver(LATELY_NANOS, heard.get())) {
            return Set.of();
        }
        return atWork.get().stream()
                .filter(project -> !toldHere.containsKey(project))
                .collect(Collectors.toSet());
    }

    private static boolean isOver(long time, long since) {
        return System.nanoTime() - since > time;
    }
}
