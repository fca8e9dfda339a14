package dev.winslow.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import dev.winslow.api.history.EventKind;
import dev.winslow.engine.Changes;
import dev.winslow.engine.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveUpdatesTest {
    private static final UUID PROJECT = UUID.randomUUID();

    private final Changes changes = new Changes();
    private Consumer<List<Event>> feed = events -> {};
    private final LiveUpdates live = new LiveUpdates(
            changes,
            listener -> {
                feed = listener;
                return () -> {};
            },
            () -> Set.of(PROJECT),
            Duration.ofMillis(600));
    private final UI page = new OpenPage();
    private final Div component = new Div();
    private final Semaphore refreshes = new Semaphore(0);

    @AfterEach
    void end() throws Exception {
        live.close();
    }

    @Test
    void refreshesOnChangesOfWhatConcernsThePage() throws Exception {
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(component);

        changes.publish(UUID.randomUUID());
        changes.publish(PROJECT);

        assertThat(refreshed()).isTrue();
        assertThat(refreshes.availablePermits()).isZero();
    }

    @Test
    void refreshesForWhatChangedBetweenTheDrawingAndThePage() throws Exception {
        live.keep(component, PROJECT::equals, refreshes::release);
        changes.publish(PROJECT);

        page.add(component);

        assertThat(refreshed()).isTrue();
    }

    @Test
    void refreshesForWhatChangedWhileTheComponentWasAway() throws Exception {
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(component);
        page.remove(component);
        changes.publish(PROJECT);

        page.add(component);

        assertThat(refreshed()).isTrue();
    }

    @Test
    void leavesMereProgressToThoseWhoShowIt() throws Exception {
        Div frame = new Div();
        Semaphore moves = new Semaphore(0);
        live.keepMoves(frame, moves::release);
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(frame, component);

        changes.progressed(PROJECT);

        assertThat(refreshed()).isTrue();
        assertThat(moves.availablePermits()).isZero();
        changes.publish(PROJECT);
        assertThat(moves.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refreshesForWhatAnotherServerDoes() throws Exception {
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(component);
        changes.publish(PROJECT);
        assertThat(refreshed()).isTrue();

        feed.accept(List.of(event(false)));

        assertThat(refreshed()).isTrue();
    }

    @Test
    void looksForProgressThatIsReportedElsewhereOnceItHasHeardOfAnotherServer() throws Exception {
        Div frame = new Div();
        Semaphore moves = new Semaphore(0);
        live.keepMoves(frame, moves::release);
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(frame, component);

        feed.accept(List.of(event(false)));

        assertThat(refreshed()).isTrue();
        assertThat(refreshed()).as("again, though nothing more is told").isTrue();
        assertThat(refreshed()).as("and again").isTrue();
        assertThat(moves.drainPermits()).as("for the event itself").isEqualTo(1);
    }

    @Test
    void looksForNothingWhereItIsTheOnlyServer() throws Exception {
        live.keep(component, PROJECT::equals, refreshes::release);
        page.add(component);

        feed.accept(List.of(event(true)));

        assertThat(refreshes.tryAcquire(2, TimeUnit.SECONDS)).isFalse();
    }

    /** @param here whether this server wrote it */
    private static Event event(boolean here) {
        return new Event(
                1,
                Optional.empty(),
                Optional.of(PROJECT),
                Optional.of(UUID.randomUUID()),
                Optional.of(UUID.randomUUID()),
                Instant.now(),
                "ada",
                EventKind.ATTEMPT_STARTED,
                Map.of(),
                here);
    }

    private boolean refreshed() throws InterruptedException {
        return refreshes.tryAcquire(20, TimeUnit.SECONDS);
    }

    /** A page that a browser shows, as far as updates ask for it. */
    private static final class OpenPage extends UI {
        @Override
        public boolean isAttached() {
            return true;
        }

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }
}
