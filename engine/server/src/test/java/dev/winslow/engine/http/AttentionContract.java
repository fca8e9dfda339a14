package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.account.Role;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.notify.Attention;
import dev.winslow.engine.notify.EventWatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a page tells a person who looks elsewhere. */
interface AttentionContract {
    ServerOnADatabase server();

    @Test
    default void callsWhoeverAProjectConcernsWhenItsRunFails() throws Exception {
        try (Scene scene = new Scene(server()).deployStage("retries=\"0\"", "")) {
            People people = new People(server());
            Somebody anna = people.user();
            Viewer owner = Viewer.of(anna.name(), Role.USER);
            Viewer other = Viewer.of(people.user().name(), Role.USER);
            Attention attention = server().context().getBean(Attention.class);
            List<Event> happened = new CopyOnWriteArrayList<>();
            try (AutoCloseable watch =
                    server().context().getBean(EventWatch.class).listen(happened::addAll)) {
                ProjectView project = anna.caller()
                        .post(Paths.PROJECTS, new CreateProject("P", scene.key, List.of()))
                        .as(ProjectView.class);
                WorkingNode node = scene.node();
                anna.caller()
                        .post(Paths.PROJECTS + "/" + project.id() + "/runs", StartRun.with(Map.of()))
                        .as(RunView.class);
                node.fail(node.await(), "no vehicles");

                await().until(() -> happened.stream()
                        .anyMatch(event -> event.kind() == EventKind.RUN_FAILED
                                && event.projectId()
                                        .filter(project.id()::equals)
                                        .isPresent()));
                assertThat(attention.calling(happened, owner))
                        .extracting(Event::kind)
                        .containsExactly(EventKind.RUN_FAILED);
                assertThat(attention.calling(happened, other)).isEmpty();
                assertThat(attention.unreadFailures(owner)).isEqualTo(1);
                assertThat(attention.unreadFailures(other)).isZero();
                assertThat(readByTwoDevices(attention, project, owner)).containsExactlyInAnyOrder(true, false);
                server().database()
                        .sql("delete from read_mark where person = :person")
                        .param("person", owner.name())
                        .update();
                assertThat(attention.read(project.id(), owner)).isTrue();
                assertThat(attention.read(project.id(), owner)).isFalse();
                assertThat(attention.unreadFailures(owner)).isZero();
                anna.caller().delete(Paths.PROJECTS + "/" + project.id());
                assertThat(watch).isNotNull();
            }
        }
    }

    @Test
    default void tellsAllPagesThoughOneOfThemFails() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            EventWatch watch = server().context().getBean(EventWatch.class);
            List<Event> happened = new CopyOnWriteArrayList<>();
            try (AutoCloseable failing = watch.listen(events -> {
                        throw new IllegalStateException("This page is gone.");
                    });
                    AutoCloseable other = watch.listen(happened::addAll)) {
                ProjectView project = scene.project();
                await().until(() -> happened.stream()
                        .anyMatch(event -> event.kind() == EventKind.PROJECT_CREATED
                                && event.projectId()
                                        .filter(project.id()::equals)
                                        .isPresent()));
                assertThat(failing).isNotSameAs(other);
            }
        }
    }

    /** At the same moment, for the first time. */
    private List<Boolean> readByTwoDevices(Attention attention, ProjectView project, Viewer person) throws Exception {
        List<Boolean> fresh = new CopyOnWriteArrayList<>();
        Together.run(2, device -> fresh.add(attention.read(project.id(), person)));
        return fresh;
    }
}
