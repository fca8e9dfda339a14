package dev.winslow.ui.shell;

import com.vaadin.flow.shared.Registration;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on what calls for a person to all of the person's pages. It is found out once, and not on the thread that all events come by. */
final class PersonalCalls {
    private static final Logger log = LoggerFactory.getLogger(PersonalCalls.class);

    private final Function<Consumer<List<Event>>, AutoCloseable> source;
    private final BiFunction<List<Event>, Viewer, List<Call>> calling;
    private final Executor thread;
    private final Map<Viewer, List<Consumer<List<Call>>>> pages = new HashMap<>();
    private Optional<AutoCloseable> open = Optional.empty();

    /** @param project the name of the project that it happened in */
    record Call(Event event, String project) {}

    /**
     * @param source of events; it is listened to while there is a page
     * @param calling those of the events that call for the person
     */
    PersonalCalls(
            Function<Consumer<List<Event>>, AutoCloseable> source,
            BiFunction<List<Event>, Viewer, List<Call>> calling,
            Executor thread) {
        this.source = source;
        this.calling = calling;
        this.thread = thread;
    }

    synchronized Registration listen(Viewer person, Consumer<List<Call>> page) {
        if (open.isEmpty()) {
            open = Optional.of(source.apply(events -> thread.execute(() -> tell(events))));
        }
        pages.computeIfAbsent(person, who -> new CopyOnWriteArrayList<>()).add(page);
        return () -> leave(person, page);
    }

    private synchronized void leave(Viewer person, Consumer<List<Call>> page) {
        pages.computeIfPresent(person, (who, all) -> {
            all.remove(page);
            return all.isEmpty() ? null : all;
        });
        if (pages.isEmpty()) {
            open.ifPresent(PersonalCalls::close);
            open = Optional.empty();
        }
    }

    private void tell(List<Event> events) {
        everybody().forEach((person, all) -> {
            try {
                List<Call> calls = calling.apply(events, person);
                if (!calls.isEmpty()) {
                    all.forEach(page -> page.accept(calls));
                }
            } catch (RuntimeException e) {
                log.warn("{} is not told what calls for them", person.name(), e);
            }
        });
    }

    private synchronized Map<Viewer, List<Consumer<List<Call>>>> everybody() {
        return Map.copyOf(pages);
    }

    private static void close(AutoCloseable source) {
        try {
            source.close();
        } catch (Exception e) {
            log.warn("Pages could not stop listening to events", e);
        }
    }
}
