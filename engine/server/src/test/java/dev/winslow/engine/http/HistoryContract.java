package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.history.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who did what when. */
interface HistoryContract {
    ServerOnADatabase server();

    @Test
    default void tellsARunFromItsStartToItsEnd() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project, StartRun.with(Map.of("GAP", "3"))).id();
            node.succeed(node.await(), Map.of("GAP", "4"));
            node.succeed(node.await());
            scene.decide(project, "approve");

            List<EventView> events = history(scene, project, "");

            assertThat(events.stream()
                            .filter(event -> event.runId().isPresent())
                            .map(EventView::kind))
                    .containsExactly(
                            EventKind.RUN_STARTED,
                            EventKind.VARIABLE_CHANGED,
                            EventKind.ATTEMPT_STARTED,
                            EventKind.VARIABLE_CHANGED,
                            EventKind.ATTEMPT_ENDED,
                            EventKind.ATTEMPT_STARTED,
                            EventKind.TASK_OPENED,
                            EventKind.ATTEMPT_ENDED,
                            EventKind.TASK_ANSWERED,
                            EventKind.VARIABLE_CHANGED,
                            EventKind.RUN_SUCCEEDED);
            assertThat(events)
                    .filteredOn(event -> event.runId().isPresent())
                    .allSatisfy(event -> assertThat(event.runId()).contains(run));
            assertThat(said(events, EventKind.RUN_STARTED))
                    .containsExactly("cli started a run of " + scene.key + " in version 1");
            assertThat(said(events, EventKind.ATTEMPT_STARTED))
                    .startsWith("Winslow \"detect\" (attempt 1) went to " + node.name());
            assertThat(said(events, EventKind.ATTEMPT_ENDED))
                    .startsWith(node.name() + " \"detect\" (attempt 1) ended on " + node.name() + ": SUCCEEDED");
            assertThat(said(events, EventKind.VARIABLE_CHANGED))
                    .containsExactly(
                            "cli set GAP to \"3\"",
                            node.name() + " changed GAP from \"3\" to \"4\"",
                            "cli set decision to \"approve\"");
            assertThat(said(events, EventKind.TASK_ANSWERED)).containsExactly("cli answered \"Review\"");
        }
    }

    @Test
    default void tellsWhoSteeredARun() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String run = Paths.RUNS + "/" + scene.start(project).id();
            node.fail(node.await(), "The video is empty.");
            scene.caller.post(run + "/pause");
            scene.caller.post(run + "/pause");
            scene.caller.post(run + "/steps/detect/retry");
            scene.caller.post(run + "/steps/detect/skip");
            scene.caller.post(run + "/jump", Jump.to("detect"));
            scene.caller.post(run + "/jump", Jump.to("nowhere"));
            scene.caller.post(run + "/resume");
            Assignment again = node.begin(node.await());
            scene.caller.post(Paths.ATTEMPTS + "/" + again.attemptId() + "/abort");
            scene.caller.post(run + "/cancel");

            List<EventView> events = history(scene, project, "");

            assertThat(events.stream().map(EventView::kind).filter(kind -> kind != EventKind.PROJECT_CREATED))
                    .containsExactly(
                            EventKind.RUN_STARTED,
                            EventKind.ATTEMPT_STARTED,
                            EventKind.ATTEMPT_ENDED,
                            EventKind.RUN_FAILED,
                            EventKind.RUN_PAUSED,
                            EventKind.STEP_RETRIED,
                            EventKind.STEP_SKIPPED,
                            EventKind.RUN_JUMPED,
                            EventKind.RUN_RESUMED,
                            EventKind.ATTEMPT_STARTED,
                            EventKind.ABORT_REQUESTED,
                            EventKind.ATTEMPT_ENDED,
                            EventKind.RUN_CANCELLED);
            assertThat(said(events, EventKind.RUN_FAILED))
                    .containsExactly(node.name() + " the run failed at \"detect\": The video is empty.");
            assertThat(events.getLast().who()).isEqualTo("cli");
        }
    }

    @Test
    default void keepsSecretsOutOfTheHistory() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String variables = Paths.PROJECTS + "/" + project.id() + "/variables/";
            scene.caller.putJson(variables + "KEY", new SetVariable("sesame", Optional.of(true)));
            scene.caller.putJson(variables + "GAP", new SetVariable("3", Optional.empty()));
            scene.start(project, StartRun.with(Map.of("KEY", "sesame 2")));
            scene.caller.delete(variables + "GAP");

            List<EventView> events = history(scene, project, "");

            assertThat(said(events, EventKind.VARIABLE_CHANGED))
                    .containsExactly("cli set KEY to \"•••\"", "cli set GAP to \"3\"", "cli set KEY to \"•••\"");
            assertThat(said(events, EventKind.VARIABLE_REMOVED)).containsExactly("cli removed GAP, which was \"3\"");
            assertThat(events.toString()).doesNotContain("sesame");
        }
    }

    @Test
    default void tellsOfVariablesOfAllProjects() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String variable = Paths.VARIABLES + "/G" + scene.key;
            scene.caller.putJson(variable, new SetVariable("early", Optional.empty()));
            ProjectView project = scene.project();
            scene.caller.putJson(variable, new SetVariable("3", Optional.empty()));
            scene.caller.putJson(variable, new SetVariable("3", Optional.empty()));
            scene.caller.delete(variable);

            assertThat(said(history(scene, project, ""), EventKind.VARIABLE_CHANGED))
                    .containsExactly("cli changed G" + scene.key + " for all projects from \"early\" to \"3\"");
            assertThat(said(history(scene, project, ""), EventKind.VARIABLE_REMOVED))
                    .containsExactly("cli removed G" + scene.key + " for all projects, which was \"3\"");
            assertThat(scene.caller.get(Paths.VARIABLES_HISTORY + "?limit=3").listOf(EventView.class))
                    .allSatisfy(event -> assertThat(event.projectId()).isEmpty())
                    .extracting(EventView::kind)
                    .containsExactly(
                            EventKind.VARIABLE_REMOVED, EventKind.VARIABLE_CHANGED, EventKind.VARIABLE_CHANGED);
        }
    }

    @Test
    default void keepsSecretsOfAllProjectsOutOfTheHistory() {
        try (Scene scene = new Scene(server()).deployWithSecret()) {
            ProjectView project = scene.project();
            String global = Paths.VARIABLES + "/S" + scene.key;
            String ofPipeline = Paths.VARIABLES + "/P" + scene.key;
            scene.caller.putJson(global, new SetVariable("sesame", Optional.of(true)));
            scene.caller.putJson(global, new SetVariable("an open value", Optional.empty()));
            scene.caller.putJson(global, new SetVariable("now public", Optional.empty()));
            scene.caller.putJson(ofPipeline, new SetVariable("sesame of the pipeline", Optional.empty()));
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/P" + scene.key,
                    new SetVariable("sesame of the project", Optional.empty()));
            scene.caller.delete(ofPipeline);
            scene.caller.delete(global);

            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .body())
                    .contains("•••", "from \\\"an open value\\\" to \\\"now public\\\"")
                    .doesNotContain("sesame");
            assertThat(scene.caller.get(Paths.VARIABLES_HISTORY).body()).doesNotContain("sesame");
        }
    }

    @Test
    default void isReadPageByPage() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.start(project);
            List<EventView> all = history(scene, project, "");

            List<EventView> newest = history(scene, project, "?limit=1");
            List<EventView> earlier =
                    history(scene, project, "?before=" + newest.getFirst().id());

            List<EventView> together = new ArrayList<>(earlier);
            together.addAll(newest);
            assertThat(newest).hasSize(1);
            assertThat(together).isEqualTo(all);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + UUID.randomUUID() + "/history")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void givesReadersWhatWasWrittenEarlierAndCommittedLater() throws Exception {
        Events events = server().context().getBean(Events.class);
        EventFeed feed = server().context().getBean(EventFeed.class);
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        long start = feed.newest();

        long between = server().context().getBean(TransactionTemplate.class).execute(status -> {
            events.ofProject(late, EventKind.NOTES_CHANGED, Map.of());
            return elsewhere(() -> {
                events.ofProject(early, EventKind.NOTES_CHANGED, Map.of());
                assertThat(projects(feed, start)).contains(early).doesNotContain(late);
                return feed.newest();
            });
        });

        assertThat(projects(feed, between)).contains(late).doesNotContain(early);
        assertThat(feed.after(start, 1)).hasSize(1);
        assertThat(feed.after(feed.newest(), 10)).isEmpty();
    }

    /** A project takes its events with it, and they may have been the newest of all. */
    @Test
    default void givesNoNumberTwice() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            EventFeed feed = server().context().getBean(EventFeed.class);
            ProjectView project = scene.project();
            long seen = feed.newest();

            scene.caller.delete(Paths.PROJECTS + "/" + project.id());

            assertThat(feed.newest()).isGreaterThan(seen);
            assertThat(projects(feed, seen)).contains(project.id());
        }
    }

    private static List<UUID> projects(EventFeed feed, long after) {
        return feed.after(after, 1000).stream()
                .flatMap(entry -> entry.event().projectId().stream())
                .toList();
    }

    private static <T> T elsewhere(java.util.concurrent.Callable<T> work) {
        try (var executor = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            return executor.submit(work).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> said(List<EventView> events, EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(event -> event.who() + " " + event.text())
                .toList();
    }

    /** Oldest first. */
    private static List<EventView> history(Scene scene, ProjectView project, String query) {
        return scene.caller
                .get(Paths.PROJECTS + "/" + project.id() + "/history" + query)
                .listOf(EventView.class)
                .reversed();
    }
}
