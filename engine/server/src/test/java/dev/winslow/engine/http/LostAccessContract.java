package dev.winslow.engine.http;

import static dev.winslow.engine.http.SharedProjects.change;
import static dev.winslow.engine.http.SharedProjects.closed;
import static dev.winslow.engine.http.SharedProjects.let;
import static dev.winslow.engine.http.SharedProjects.path;
import static dev.winslow.engine.http.SharedProjects.project;
import static dev.winslow.engine.http.WorkingNode.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.Paths;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.account.Role;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.access.LastingViewer;
import dev.winslow.engine.access.LastingViewers;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.security.Authorities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What somebody began while they might, and may no more. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
interface LostAccessContract {
    ServerOnADatabase server();

    @Test
    default void startsNothingInTheNameOfWhoLostTheProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = closed(anna, scene);
            let(anna, project, bob, Level.MAINTAINER);
            CreatedTrigger made = trigger(bob, project);

            change(anna, project, ChangeAccess.remove(Holder.person(bob.name())));
            Answer refused = call(made, project);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body())
                    .contains(
                            bob.name() + ", in whose name this trigger starts runs, may not change the project",
                            "edit and save this trigger");
            assertThat(firings(made))
                    .singleElement()
                    .satisfies(firing -> assertThat(firing.outcome()).isEqualTo(FiringOutcome.REFUSED));
            assertThat(anna.caller().get(path(project) + "/runs").listOf(Map.class))
                    .isEmpty();
        }
    }

    @Test
    default void startsNothingInTheNameOfWhoIsDisabled() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = project(anna, scene);
            CreatedTrigger made = trigger(bob, project);

            people().disable(bob);

            assertThat(call(made, project).body())
                    .contains("The account of " + bob.name() + ", in whose name this trigger starts runs, is disabled");
            assertThat(anna.caller().get(path(project) + "/runs").listOf(Map.class))
                    .isEmpty();
        }
    }

    @Test
    default void endsALogThatIsReadWhenTheProjectIsClosed() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = project(anna, scene);
            WorkingNode node = scene.node();
            anna.caller().post(path(project) + "/runs", StartRun.with(Map.of()));
            Assignment assignment = node.await();
            node.log(assignment, line(0, "open"));
            try (LiveLog ofAnna = LiveLog.open(anna.caller(), assignment, "?from=0");
                    LiveLog ofBob = LiveLog.open(bob.caller(), assignment, "?from=0")) {
                assertThat(ofAnna.lines(1)).containsExactly("open");
                assertThat(ofBob.lines(1)).containsExactly("open");

                change(anna, project, ChangeAccess.everyone(Everyone.NOTHING));
                server().leap(Duration.ofSeconds(6));
                node.log(assignment, line(1, "closed"));

                assertThat(ofAnna.lines(1)).containsExactly("closed");
                assertThatThrownBy(() -> ofBob.lines(1)).hasMessageContaining("The stream ended");
            }
            node.succeed(assignment);
        }
    }

    @Test
    default void endsTheEventsOfWhoIsDisabled() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody bob = people().user();
            ProjectView project = scene.project();
            try (EventStream events = EventStream.open(bob.caller(), "?project=" + project.id())) {
                people().disable(bob);
                server().leap(Duration.ofSeconds(6));
                rename(project, "Later");

                assertThatThrownBy(events::next).hasMessageContaining("The stream ended");
            }
        }
    }

    @Test
    default void showsNoMoreOfHiddenProjectsToWhoIsNoAdministratorAnyMore() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody root = people().with(Role.ADMINISTRATOR);
            ProjectView hidden = closed(anna, scene);
            ProjectView open = project(anna, scene);
            try (EventStream events = EventStream.open(root.caller(), "")) {
                rename(hidden, "Hidden");
                assertThat(events.next(EventKind.PROJECT_RENAMED).projectId()).contains(hidden.id());

                // As another server would write it; the last administrator could not be demoted by a call.
                server().database()
                        .sql("update account set role = 'USER' where name = :name")
                        .param("name", root.name())
                        .update();
                server().leap(Duration.ofSeconds(6));
                rename(hidden, "Hidden again");
                rename(open, "Open");

                assertThat(events.next(EventKind.PROJECT_RENAMED).projectId()).contains(open.id());
            }
        }
    }

    @Test
    default void looksAgainAtTheAccountOfASession() {
        Somebody bob = people().user();
        LastingViewers viewers = server().context().getBean(LastingViewers.class);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(bob.name(), null, Authorities.of(Role.USER)));
        try {
            LastingViewer viewer = viewers.current(who -> true);

            people().disable(bob);
            assertThat(viewer.now()).contains(bob.viewer());
            server().leap(Duration.ofSeconds(6));

            assertThat(viewer.now()).isEmpty();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private People people() {
        return new People(server());
    }

    private static CreatedTrigger trigger(Somebody who, ProjectView project) {
        return who.caller()
                .post(Paths.TRIGGERS, new CreateTrigger("By call", new TriggerSource.Call(project.id()), Map.of()))
                .as(CreatedTrigger.class);
    }

    private Answer call(CreatedTrigger made, ProjectView project) {
        return server().caller()
                .with(made.token().orElseThrow())
                .post(Paths.START.replace("{id}", project.id().toString()));
    }

    private List<FiringView> firings(CreatedTrigger made) {
        return server().caller()
                .get(Paths.TRIGGERS + "/" + made.trigger().id() + "/firings")
                .listOf(FiringView.class);
    }

    private void rename(ProjectView project, String name) {
        assertThat(server().caller()
                        .patchJson(path(project), "{\"name\": \"" + name + "\"}")
                        .status())
                .isEqualTo(200);
    }
}
