package dev.winslow.engine.http;

import static dev.winslow.engine.http.SharedProjects.change;
import static dev.winslow.engine.http.SharedProjects.closed;
import static dev.winslow.engine.http.SharedProjects.let;
import static dev.winslow.engine.http.SharedProjects.path;
import static dev.winslow.engine.http.SharedProjects.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winslow.api.Paths;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.api.account.Role;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.WaitingStage;
import dev.winslow.api.task.AddComment;
import dev.winslow.api.task.AssignTask;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.guard.Calls;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectDeletion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.StepFiles;
import dev.winslow.engine.security.Authorities;
import dev.winslow.engine.sweep.Cleanup;
import dev.winslow.engine.task.AnswerDrafts;
import dev.winslow.engine.trigger.TriggerService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may see and change which project. */
interface AccessContract {
    ServerOnADatabase server();

    @Test
    default void isOpenToAllAtFirstButForItsEnd() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = project(anna, scene);

            ProjectView seen = bob.caller().get(path(project)).as(ProjectView.class);
            Answer refused = bob.caller().delete(path(project));

            assertThat(project.may()).isEqualTo(Right.OWN);
            assertThat(seen.may()).isEqualTo(Right.CHANGE);
            assertThat(bob.caller()
                            .patchJson(path(project), "{\"name\": \"Bobs\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("Only " + anna.name() + " and administrators may delete this project");
            assertThat(bob.caller()
                            .patchJson(path(project), "{\"owner\": \"" + bob.name() + "\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(change(bob, project, ChangeAccess.everyone(Everyone.NOTHING))
                            .status())
                    .isEqualTo(403);
            assertThat(anna.caller().delete(path(project)).status()).isEqualTo(204);
        }
    }

    @Test
    default void doesNotExistForWhoMayNotSeeIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = closed(anna, scene);
            UUID run = anna.caller()
                    .post(path(project) + "/runs", StartRun.with(Map.of()))
                    .as(RunView.class)
                    .id();
            String name = "Closed " + scene.key;
            anna.caller().patchJson(path(project), "{\"name\": \"" + name + "\", \"tags\": [\"" + scene.key + "\"]}");

            for (String list : List.of(
                    Paths.PROJECTS,
                    Paths.TAGS,
                    Paths.SEARCH + "?q=" + scene.key,
                    Paths.SEARCH + "?q=" + run,
                    Paths.TASKS,
                    Paths.TRIGGERS,
                    Paths.QUEUE + "?limit=1000",
                    Paths.PIPELINES + "/" + scene.key + "/users")) {
                assertThat(bob.caller().get(list).status()).as(list).isEqualTo(200);
                assertThat(bob.caller().get(list).body())
                        .as(list)
                        .doesNotContain(name, "\"tag\":\"" + scene.key + "\"");
            }
            assertThat(anna.caller().get(Paths.PROJECTS).body()).contains(name);
            assertThat(anna.caller().get(Paths.SEARCH + "?q=" + scene.key).body())
                    .contains(name);
            assertThat(anna.caller()
                            .get(Paths.PIPELINES + "/" + scene.key + "/users")
                            .body())
                    .contains(name);
            assertThat(bob.caller().get(Paths.QUEUE + "?limit=1000").listOf(WaitingStage.class))
                    .filteredOn(stage -> stage.projectName().equals("another project"))
                    .isNotEmpty()
                    .allSatisfy(stage -> assertThat(List.of(stage.runId(), stage.projectId()))
                            .containsOnly(WaitingStage.HIDDEN));
            assertThat(bob.caller().get(Paths.QUEUE + "?limit=1000").body())
                    .doesNotContain(run.toString(), project.id().toString());
            assertThat(bob.caller().get(path(project)).body())
                    .isEqualTo(bob.caller()
                            .get(Paths.PROJECTS + "/" + new UUID(0, 0))
                            .body()
                            .replace(new UUID(0, 0).toString(), project.id().toString()));
            anna.caller().post(Paths.RUNS + "/" + run + "/cancel");
        }
    }

    /** What a stranger gets and what one who only sees gets, at every address that is about something of a project. */
    @Test
    default void knowsARuleForEveryCall() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            Somebody anna = people().user();
            Somebody stranger = people().with(Role.OPERATOR);
            Somebody reader = people().with(Role.OPERATOR);
            ProjectView open = project(anna, scene);
            ProjectView hidden = project(anna, scene);
            change(anna, open, ChangeAccess.everyone(Everyone.SEE));
            change(anna, hidden, ChangeAccess.everyone(Everyone.NOTHING));
            AccessScene seen = AccessScene.of(scene, anna.caller(), open);
            AccessScene unseen = AccessScene.of(scene, anna.caller(), hidden);

            Calls calls = Calls.of(server().context());

            assertThat(calls.ofProjects()).hasSizeGreaterThan(70);
            for (Calls.Call call : calls.ofProjects()) {
                UUID id = unseen.id(call.named());
                assertThat(AccessScene.call(stranger.caller(), call.method(), call.address(id))
                                .status())
                        .as("%s for a stranger", call)
                        .isEqualTo(404);
                if (call.right() != Right.SEE) {
                    assertThat(AccessScene.call(reader.caller(), call.method(), call.address(seen.id(call.named())))
                                    .status())
                            .as("%s for one who only sees", call)
                            .isEqualTo(403);
                }
            }
            assertThat(calls.parametersWithoutRule()).isEmpty();
            assertThat(calls.idsInBodies())
                    .as(
                            "who asks for these: bulk, rules of people, triggers, workspaces; files of the pool are everybody's")
                    .containsExactlyInAnyOrder(
                            "BulkRequest.ids",
                            "Call.projectId",
                            "CreateRule.projectId",
                            "Cron.projectId",
                            "LinkFile.poolFile",
                            "Once.projectId",
                            "WorkspaceChoice.attempt");
            assertThat(stranger.caller()
                            .get(path(open) + "/files?run=" + unseen.id("RUN"))
                            .status())
                    .isEqualTo(404);
            anna.caller().delete(path(open));
            anna.caller().delete(path(hidden));
        }
    }

    @Test
    default void letsEachLevelDoMore() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = closed(anna, scene);
            UUID task = AccessScene.of(scene, anna.caller(), project).id("TASK");
            String comments = Paths.TASKS + "/" + task + "/comments";
            AddComment comment = new AddComment("Looks good.");

            change(anna, project, ChangeAccess.everyone(Everyone.SEE));
            assertThat(bob.caller().get(Paths.TASKS).body()).contains(task.toString());
            assertThat(bob.caller().post(comments, comment).body())
                    .contains("Only " + anna.name() + " and administrators may answer and comment");
            assertThat(assign(anna, task, bob).body()).contains(bob.name() + " may not answer");

            let(anna, project, bob, Level.MEMBER);
            assertThat(bob.caller().post(comments, comment).status()).isEqualTo(201);
            assertThat(assign(anna, task, bob).status()).isEqualTo(200);
            assertThat(bob.caller()
                            .patchJson(path(project), "{\"name\": \"x\"}")
                            .status())
                    .isEqualTo(403);

            let(anna, project, bob, Level.MAINTAINER);
            assertThat(bob.caller()
                            .patchJson(path(project), "{\"name\": \"x\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(bulk(bob, project, BulkAction.DELETE).done()).isFalse();
            assertThat(bulk(bob, project, BulkAction.CANCEL).done()).isTrue();

            let(anna, project, bob, Level.OWNER);
            assertThat(change(bob, project, ChangeAccess.everyone(Everyone.NOTHING))
                            .status())
                    .isEqualTo(200);
            assertThat(bulk(bob, project, BulkAction.DELETE).done()).isTrue();
        }
    }

    /** As a page does, which calls services without a request for it. */
    @Test
    default void asksBeforeServicesToo() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = project(anna, scene);
            change(anna, project, ChangeAccess.everyone(Everyone.SEE));
            RunService runs = server().context().getBean(RunService.class);
            ProjectDeletion deletion = server().context().getBean(ProjectDeletion.class);

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> as(bob, () -> runs.start(project.id(), StartRun.with(Map.of()))))
                    .withMessageContaining("may change this project");
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> as(bob, () -> deletion.delete(project.id())))
                    .withMessageContaining("may delete this project");
            as(anna, () -> deletion.delete(project.id()));
            assertThat(anna.caller().get(path(project)).status()).isEqualTo(404);
        }
    }

    @Test
    default void asksEveryServiceThatChangesWhatBelongsToAProject() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = project(anna, scene);
            AccessScene all = AccessScene.of(scene, anna.caller(), project);
            change(anna, project, ChangeAccess.everyone(Everyone.SEE));
            TriggerService triggers = server().context().getBean(TriggerService.class);
            Cleanup cleanup = server().context().getBean(Cleanup.class);
            AnswerDrafts drafts = server().context().getBean(AnswerDrafts.class);
            StepFiles files = server().context().getBean(StepFiles.class);
            CleanUp rule = new CleanUp(Optional.of(1), false, false, false);
            UUID run = all.id("RUN");
            BeginUpload zones = StepFilesContract.file("zones.json", "zones");
            CompleteUpload sent = FilesContract.send(
                    scene, StepFilesContract.steps(run, "review"), zones, StepFilesContract.bytes("zones"));
            FileView added = StepFilesContract.add(scene, run, "review", "added.json", "added");

            for (Runnable act : List.<Runnable>of(
                    () -> triggers.enable(all.id("TRIGGER")),
                    () -> triggers.disable(all.id("TRIGGER")),
                    () -> triggers.remove(all.id("TRIGGER")),
                    () -> triggers.restore(all.id("TRIGGER")),
                    () -> files.begin(run, "review", zones),
                    () -> files.complete(run, "review", sent),
                    () -> files.remove(run, "review", added.id()),
                    () -> cleanup.clean(project.id(), rule),
                    () -> drafts.remove(all.id("TASK")))) {
                assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(() -> as(bob, act))
                        .withMessageContaining("and administrators may");
                as(anna, act);
            }
        }
    }

    private static void as(Somebody who, Runnable act) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(who.name(), null, Authorities.of(Role.USER)));
        try {
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    default void isHandedOver() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = closed(anna, scene);

            change(anna, project, ChangeAccess.owner(bob.name())).as(AccessView.class);

            assertThat(anna.caller().get(path(project)).status()).isEqualTo(404);
            assertThat(bob.caller().get(path(project) + "/access").as(AccessView.class))
                    .isEqualTo(new AccessView(bob.name(), Everyone.NOTHING, List.of(), Right.OWN));
            assertThat(bob.caller().get(path(project) + "/history").body())
                    .contains("took the access of everybody away", "made \\\"" + bob.name() + "\\\" the owner");
            assertThat(server().caller()
                            .get(path(project))
                            .as(ProjectView.class)
                            .may())
                    .isEqualTo(Right.OWN);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    default void tellsOfWhatHappensOnlyWhereItMayBeSeen() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView hidden = closed(anna, scene);
            ProjectView open = project(anna, scene);
            try (EventStream events = EventStream.open(bob.caller(), "")) {
                anna.caller().patchJson(path(hidden), "{\"name\": \"Hidden\"}");
                anna.caller().patchJson(path(open), "{\"name\": \"Open\"}");
                assertThat(events.next(EventKind.PROJECT_RENAMED).projectId()).contains(open.id());

                anna.caller().delete(path(hidden));
                anna.caller().delete(path(open));
                assertThat(events.next(EventKind.PROJECT_DELETED).projectId()).contains(open.id());
            }
            assertThat(bob.caller()
                            .get(Paths.EVENTS + "?project=" + hidden.id())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void asksTheDatabaseOnceHoweverManyProjectsThereAre() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            ProjectService projects = server().context().getBean(ProjectService.class);
            closed(anna, scene);
            int one = server().countingQueries(() -> projects.list(Viewer.of(anna.name(), Role.USER)));
            closed(anna, scene);
            closed(anna, scene);

            int three = server().countingQueries(() -> projects.list(Viewer.of(anna.name(), Role.USER)));

            assertThat(three).isEqualTo(one);
            assertThat(one).isEqualTo(server().countingQueries(() -> projects.list(Viewer.SYSTEM)));
        }
    }

    private People people() {
        return new People(server());
    }

    private static Answer assign(Somebody who, UUID task, Somebody to) {
        return who.caller().putJson(Paths.TASKS + "/" + task + "/assignee", new AssignTask(Optional.of(to.name())));
    }

    private static BulkResult bulk(Somebody who, ProjectView project, BulkAction action) {
        return who.caller()
                .post(Paths.PROJECTS + "/bulk", new BulkRequest(List.of(project.id()), action, List.of(), Map.of()))
                .listOf(BulkResult.class)
                .getFirst();
    }
}
