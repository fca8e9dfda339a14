package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.StartStudy;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.ProducedFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Parameter studies: all combinations of some variables' values, with a table of what came of each. */
interface StudiesContract {
    ServerOnADatabase server();

    @Test
    default void runsEveryCombinationAndShowsResultsBesideParameters() {
        try (Scene scene = new Scene(server()).deployNeeding("GAP")) {
            ProjectView project = scene.project();
            StudyView study = start(
                    scene,
                    project,
                    new StartStudy(
                            Optional.of("Gaps"),
                            List.of(new Parameter("GAP", "1..2"), new Parameter("MODEL", "a,b")),
                            Map.of("SHARED", "yes"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            assertThat(study.study().states()).isEqualTo(Map.of(RunState.QUEUED, 4));

            WorkingNode node = scene.node();
            for (int i = 0; i < 4; i++) {
                Assignment assignment = node.await();
                leave(
                        node,
                        assignment,
                        assignment.environment().get("GAP")
                                + assignment.environment().get("MODEL"));
            }

            StudyView done = show(scene, study);
            assertThat(done.study().states()).isEqualTo(Map.of(RunState.SUCCEEDED, 4));
            assertThat(done.runs()).extracting(StudyRun::number).containsExactly(1, 2, 3, 4);
            assertThat(done.runs().get(1).parameters()).isEqualTo(Map.of("GAP", "1", "MODEL", "b"));
            assertThat(done.runs()).allSatisfy(run -> {
                String both = run.parameters().get("GAP") + run.parameters().get("MODEL");
                assertThat(run.results()).isEqualTo(Map.of("quality", both));
                assertThat(run.files()).extracting(FileView::path).containsExactly("tracks.csv");
                assertThat(run.files().getFirst().sha256()).isEqualTo(WorkingNode.sha256(both));
                assertThat(run.duration()).isPositive();
            });
            Answer csv = scene.caller.get(Paths.STUDIES + "/" + study.study().id() + "/table.csv");
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(csv.body())
                    .startsWith("number,GAP,MODEL,run,state,started,seconds,quality,tracks.csv\r\n1,1,a,")
                    .contains(Paths.PROJECTS + "/" + project.id() + "/files/"
                            + done.runs().getFirst().files().getFirst().id());
        }
    }

    @Test
    default void countsNoTimeInWhichARunWaitsBecauseAStageFailed() {
        try (Scene scene = new Scene(server()).deployRetrying(0)) {
            StudyView study = start(scene, scene.project(), StartStudy.over(new Parameter("GAP", "1")));
            WorkingNode node = scene.node();
            node.fail(node.await(), "No lane was found.");
            assertThat(show(scene, study).runs()).extracting(StudyRun::state).containsExactly(RunState.FAILED);

            StudyRun before = show(scene, study).runs().getFirst();
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            StudyRun later = show(scene, study).runs().getFirst();

            assertThat(later.duration()).isEqualTo(before.duration());
        }
    }

    @Test
    default void goesOnBesideTheProjectsOwnRun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            UUID own = scene.start(project).id();

            StudyView study = start(scene, project, StartStudy.over(new Parameter("GAP", "1,2,3")));

            ProjectView now =
                    scene.caller.get(Paths.PROJECTS + "/" + project.id()).as(ProjectView.class);
            assertThat(now.latestRun()).contains(own);
            assertThat(now.state()).isEqualTo(ProjectState.QUEUED);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/runs")
                            .listOf(RunView.class))
                    .extracting(RunView::id)
                    .containsExactly(own);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/studies")
                            .listOf(StudySummary.class))
                    .containsExactly(study.study());
            assertThat(study.study().name()).isEqualTo("GAP");
            scene.caller.post(Paths.RUNS + "/" + own + "/cancel");
            scene.start(project);
            cancel(scene, study);
        }
    }

    @Test
    default void keepsTheProjectsPipelineWhileItsRunsGoOn() {
        try (Scene scene = new Scene(server()).deployNeeding("GAP")) {
            ProjectView project = scene.project();
            start(
                    scene,
                    project,
                    new StartStudy(
                            Optional.empty(),
                            List.of(new Parameter("GAP", "1..2")),
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));

            Answer answer =
                    scene.caller.patchJson(Paths.PROJECTS + "/" + project.id(), "{\"pipelineKey\": \"bundled\"}");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("has not ended yet");
        }
    }

    @Test
    default void cancelsAllThatHaveNotEnded() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            StudyView study = start(scene, project, StartStudy.over(new Parameter("GAP", "1,2,3")));
            node.succeed(node.await());
            Assignment running = node.begin(node.await());

            StudyView cancelled = cancel(scene, study);

            assertThat(cancelled.study().states()).isEqualTo(Map.of(RunState.SUCCEEDED, 1, RunState.ABORTED, 2));
            assertThat(node.succeed(running).status()).isEqualTo(410);
            assertThat(cancel(scene, study).study()).isEqualTo(cancelled.study());
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .filteredOn(event ->
                            event.kind() == EventKind.STUDY_STARTED || event.kind() == EventKind.STUDY_CANCELLED)
                    .extracting(EventView::text)
                    .containsExactly("ended 2 runs of the study \"GAP\"", "started the study \"GAP\" with 3 runs");
        }
    }

    @Test
    default void beginsWithWhatTheProjectsOwnRunHasPrepared() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            node.leave(node.await(), "detections.csv", "1,2,3");
            scene.cancel();

            StudyView study = start(
                    scene,
                    project,
                    new StartStudy(
                            Optional.empty(),
                            List.of(new Parameter("GAP", "1,2")),
                            Map.of(),
                            Optional.of("track"),
                            Optional.<WorkspaceChoice>empty(),
                            Optional.of("track")));

            for (int i = 0; i < 2; i++) {
                Assignment assignment = node.await();
                assertThat(assignment.stageId()).isEqualTo("track");
                assertThat(assignment.files()).extracting(file -> file.path()).containsExactly("detections.csv");
                node.succeed(assignment);
            }
            assertThat(show(scene, study).study().states()).isEqualTo(Map.of(RunState.PAUSED, 2));
            cancel(scene, study);
        }
    }

    @Test
    default void startsAndCancelsAsManyRunsAsAreAllowed() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();

            StudyView study =
                    start(scene, project, StartStudy.over(new Parameter("A", "1..20"), new Parameter("B", "1..10")));

            assertThat(study.study().states()).isEqualTo(Map.of(RunState.QUEUED, 200));
            assertThat(cancel(scene, study).study().states()).isEqualTo(Map.of(RunState.ABORTED, 200));
        }
    }

    @Test
    default void startsAllRunsOrNone() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/KEY",
                    new SetVariable("sesame", Optional.of(true)));

            assertThat(refusal(scene, project, StartStudy.over(new Parameter("GAP", "1..100000"))))
                    .contains("more than 200 values");
            assertThat(refusal(
                            scene, project, StartStudy.over(new Parameter("A", "1..15"), new Parameter("B", "1..15"))))
                    .contains("225 runs (15 of A times 15 of B)");
            assertThat(refusal(scene, project, StartStudy.over(new Parameter("KEY", "a,b"))))
                    .contains("KEY is a secret");
            assertThat(refusal(
                            scene,
                            project,
                            new StartStudy(
                                    Optional.empty(),
                                    List.of(new Parameter("GAP", "1,2")),
                                    Map.of(),
                                    Optional.of("nowhere"),
                                    Optional.empty(),
                                    Optional.empty())))
                    .contains("no step");
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/studies")
                            .listOf(StudySummary.class))
                    .isEmpty();
            assertThat(server().database()
                            .sql("select count(*) from run where project_id = :id")
                            .param("id", project.id())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    default void keepsSecretsOutOfTheTable() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/KEY", new SetVariable("one", Optional.of(true)));

            StudyView study = start(
                    scene,
                    project,
                    new StartStudy(
                            Optional.empty(),
                            List.of(new Parameter("GAP", "1")),
                            Map.of("KEY", "sesame"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            Assignment assignment = node.await();
            assertThat(assignment.environment()).containsEntry("KEY", "sesame");
            node.succeed(assignment, Map.of("KEY", "sesame 2"));

            String path = Paths.STUDIES + "/" + study.study().id();
            assertThat(scene.caller.get(path).body()).contains("SUCCEEDED").doesNotContain("sesame", "KEY");
            assertThat(scene.caller.get(path + "/table.csv").body()).doesNotContain("sesame");
        }
    }

    @Test
    default void disappearsWithItsProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            StudyView study = start(scene, project, StartStudy.over(new Parameter("GAP", "1,2")));

            assertThat(scene.caller.delete(Paths.PROJECTS + "/" + project.id()).status())
                    .isEqualTo(204);

            assertThat(scene.caller
                            .get(Paths.STUDIES + "/" + study.study().id())
                            .status())
                    .isEqualTo(404);
            assertThat(scene.caller
                            .get(Paths.RUNS + "/" + study.runs().getFirst().runId())
                            .status())
                    .isEqualTo(404);
        }
    }

    private static StudyView start(Scene scene, ProjectView project, StartStudy request) {
        return scene.caller
                .post(Paths.PROJECTS + "/" + project.id() + "/studies", request)
                .as(StudyView.class);
    }

    private static String refusal(Scene scene, ProjectView project, StartStudy request) {
        Answer answer = scene.caller.post(Paths.PROJECTS + "/" + project.id() + "/studies", request);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }

    private static StudyView show(Scene scene, StudyView study) {
        return scene.caller.get(Paths.STUDIES + "/" + study.study().id()).as(StudyView.class);
    }

    private static StudyView cancel(Scene scene, StudyView study) {
        return scene.caller
                .post(Paths.STUDIES + "/" + study.study().id() + "/cancel")
                .as(StudyView.class);
    }

    private static void leave(WorkingNode node, Assignment assignment, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ProducedFile file = new ProducedFile(Area.OUTPUT, "tracks.csv", bytes.length, WorkingNode.sha256(text));
        node.send(assignment, file, bytes);
        assertThat(node.succeed(assignment, Map.of("quality", text), file).status())
                .isEqualTo(204);
    }
}
