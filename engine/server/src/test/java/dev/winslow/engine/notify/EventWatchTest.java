package dev.winslow.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventWatchTest {
    private final List<EventFeed.Entry> feed = new ArrayList<>();
    private final EventWatch watch =
            new EventWatch(feed::size, seen -> List.copyOf(feed.subList((int) seen, feed.size())));
    private final List<Event> told = new ArrayList<>();

    @Test
    void tellsOfWhatHappensBeforeItsFirstRound() throws Exception {
        happen();

        watch.listen(told::addAll);
        Event next = happen();
        watch.round();

        assertThat(told).containsExactly(next);
    }

    @Test
    void tellsEachListenerOfWhatHappensFromItsComingOn() throws Exception {
        List<Event> toldLater = new ArrayList<>();

        watch.listen(told::addAll);
        Event first = happen();
        watch.listen(toldLater::addAll);
        Event second = happen();
        watch.round();
        Event third = happen();
        watch.round();

        assertThat(told).containsExactly(first, second, third);
        assertThat(toldLater).containsExactly(second, third);
    }

    @Test
    void tellsNobodyWhoHasStopped() throws Exception {
        watch.listen(told::addAll).close();
        happen();
        watch.round();

        assertThat(told).isEmpty();
    }

    private Event happen() {
        long place = feed.size() + 1L;
        Event event = new Event(
                place,
                Optional.of(place),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                "anna",
                EventKind.PROJECT_CREATED,
                Map.of(),
                true);
        feed.add(new EventFeed.Entry(place, event));
        return event;
    }
}
