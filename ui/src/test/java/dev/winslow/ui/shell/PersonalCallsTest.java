package dev.winslow.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import dev.winslow.api.history.EventKind;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.ui.shell.PersonalCalls.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PersonalCallsTest {
    private static final Viewer ADA = new Viewer("Ada", false);
    private static final Viewer BO = new Viewer("Bo", false);
    private static final Event FAILURE = new Event(
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            "system",
            EventKind.RUN_FAILED,
            Map.of(),
            true);

    private final List<Consumer<List<Event>>> listeners = new ArrayList<>();
    private final List<Viewer> asked = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final PersonalCalls calls = new PersonalCalls(this::open, this::calling, later::add);

    @Test
    void asksOnceForAPersonHoweverManyPagesAreOpen() {
        calls.listen(ADA, found -> told.add("first"));
        calls.listen(ADA, found -> told.add("second"));

        happen();

        assertThat(asked).containsExactly(ADA);
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void asksNothingOnTheThreadThatEventsComeBy() {
        calls.listen(ADA, found -> told.add("page"));

        listeners.getFirst().accept(List.of(FAILURE));

        assertThat(asked).isEmpty();
        assertThat(later).hasSize(1);
    }

    @Test
    void leavesAlonePagesOfThoseWhomNothingCalls() {
        calls.listen(BO, found -> told.add("page"));

        happen();

        assertThat(told).isEmpty();
    }

    @Test
    void tellsTheOthersWhereAPageFails() {
        calls.listen(ADA, found -> {
            throw new IllegalStateException("gone");
        });
        calls.listen(new Viewer("Ada", true), found -> told.add("page"));

        happen();

        assertThat(told).containsExactly("page");
    }

    @Test
    void listensWhileThereIsAPage() {
        Registration first = calls.listen(ADA, found -> told.add("first"));
        Registration second = calls.listen(ADA, found -> told.add("second"));
        assertThat(listeners).hasSize(1);

        first.remove();
        assertThat(listeners).hasSize(1);
        second.remove();
        assertThat(listeners).isEmpty();
    }

    private void happen() {
        listeners.forEach(listener -> listener.accept(List.of(FAILURE)));
        later.forEach(Runnable::run);
    }

    private AutoCloseable open(Consumer<List<Event>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private List<Call> calling(List<Event> events, Viewer person) {
        asked.add(person);
        return person.name().equals("Ada")
                ? events.stream().map(event -> new Call(event, "Bridge")).toList()
                : List.of();
    }
}
