package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.project.ProjectView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream of what happens. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
interface EventsContract {
    ServerOnADatabase server();

    @Test
    default void sendsWhatHappensFromNowOnAsItHappens() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                EventStream events = EventStream.open(scene.caller, "")) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();

            EventView started = events.next(EventKind.RUN_STARTED);

            assertThat(started.projectId()).contains(project.id());
            assertThat(started.runId()).contains(run);
            assertThat(started.text()).contains("started a run");
        }
    }

    @Test
    default void sendsWhatHappensInOneProjectOnly() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage();
                Scene other = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            try (EventStream events = EventStream.open(scene.caller, "?project=" + project.id())) {
                other.start(other.project());
                scene.start(project);

                assertThat(events.next().projectId()).contains(project.id());
            }
        }
    }

    @Test
    default void goesOnBehindTheLastEventThatAReaderHas() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            long seen;
            String query = "?project=" + project.id();
            try (EventStream before = EventStream.open(scene.caller, query)) {
                scene.start(project);
                EventView started = before.next(EventKind.RUN_STARTED);
                seen = before.lastId();
                assertThat(started.sequence()).contains(seen);
            }
            scene.cancel();

            try (EventStream again = EventStream.open(scene.caller, query, "Last-Event-ID", String.valueOf(seen));
                    EventStream asked = EventStream.open(scene.caller, query + "&after=" + seen);
                    EventStream all = EventStream.open(scene.caller, query + "&after=0")) {
                assertThat(again.next().kind()).isEqualTo(EventKind.RUN_CANCELLED);
                assertThat(asked.next().kind()).isEqualTo(EventKind.RUN_CANCELLED);
                assertThat(all.next(EventKind.RUN_STARTED).projectId()).contains(project.id());
            }
        }
    }

    @Test
    default void knowsNoEventsOfAProjectThatIsNone() {
        assertThat(server().caller()
                        .get(Paths.EVENTS + "?project=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    default void saysThatNoMailIsSentWithoutAMailServer() {
        Caller caller = server().caller();

        CreatedRule made = caller.post(
                        Paths.MY_NOTIFICATIONS,
                        new CreateRule(List.of(), new Receiver.Email("ann@example.org"), Optional.empty()))
                .as(CreatedRule.class);

        assertThat(made.secret()).isEmpty();
        assertThat(made.rule().fault()).get().asString().contains("knows no mail server (winslow.mail.host)");
        caller.delete(Paths.MY_NOTIFICATIONS + "/" + made.rule().id());
    }
}
