package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Reuse;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taking over earlier results where nothing has changed, and saying why or why not. */
interface ReuseContract {
    ServerOnADatabase server();

    @Test
    default void takesOverResultsWhereNothingHasChanged() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID first = scene.start(project).id();
            node.leave(node.await(), "detections.csv", "found");
            node.succeed(node.await(), Map.of("quality", "good"));
            scene.decide(project, "approve");

            UUID second = scene.start(project).id();

            await().untilAsserted(() -> assertThat(scene.show(second).state()).isEqualTo(RunState.WAITING));
            List<AttemptView> ran = scene.attempts(first);
            List<AttemptView> tookOver = scene.attempts(second);
            assertThat(ran).allSatisfy(attempt -> {
                assertThat(reuse(attempt).from()).isEmpty();
                assertThat(reuse(attempt).sentence())
                        .isEqualTo("Ran because there is no earlier result of this stage in the project.");
            });
            assertThat(tookOver).hasSize(2).allMatch(attempt -> attempt.state() == AttemptState.SUCCEEDED);
            assertThat(tookOver)
                    .extracting(attempt -> reuse(attempt).from().orElseThrow())
                    .containsExactlyElementsOf(ran.stream().map(AttemptView::id).toList());
            assertThat(tookOver.getFirst().nodeName()).isEmpty();
            assertThat(reuse(tookOver.getFirst()).sentence())
                    .isEqualTo("Took over the result of attempt "
                            + ran.getFirst().id() + ": files, image, arguments and variables are the same.");
            assertThat(scene.show(second).variables()).containsEntry("quality", "good");
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files?area=WORKSPACE&run=" + second)
                            .listOf(FileView.class))
                    .extracting(FileView::sha256)
                    .contains(WorkingNode.sha256("found"));
            assertThat(scene.caller
                            .get(Paths.ATTEMPTS + "/" + tookOver.getFirst().id() + "/log.txt")
                            .body())
                    .contains("Took over the result");
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .body())
                    .contains("took over the result of attempt");
        }
    }

    @Test
    default void takesOverWithoutANode() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            node.succeed(node.await());
            scene.caller.post(Paths.NODES + "/" + node.id() + "/drain");

            UUID second = scene.start(project).id();

            await().untilAsserted(() -> assertThat(scene.show(second).state()).isEqualTo(RunState.SUCCEEDED));
        }
    }

    @Test
    default void saysWhatHasChanged() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project, StartRun.with(Map.of("MODEL", "a", "OLD", "1")));
            node.leave(node.await(), "detections.csv", "first");
            node.succeed(node.await());
            scene.decide(project, "approve");

            UUID second =
                    scene.start(project, StartRun.with(Map.of("MODEL", "b"))).id();
            node.leave(node.await(), "detections.csv", "second");
            node.succeed(node.await());

            assertThat(scene.attempts(second))
                    .extracting(attempt -> reuse(attempt).sentence())
                    .containsExactly(
                            "Ran because variable MODEL changed from a to b; variable OLD is gone.",
                            "Ran because variable MODEL changed from a to b; variable OLD is gone; "
                                    + "file detections.csv changed.");
        }
    }

    @Test
    default void saysWhatChangedFromTheEarlierResultThatIsNearest() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            for (String model : List.of("a", "b", "c")) {
                UUID run = scene.start(project, StartRun.with(Map.of("MODEL", model)))
                        .id();
                node.succeed(node.await());
                await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED));
            }

            UUID last = scene.start(project, StartRun.with(Map.of("MODEL", "b", "SIZE", "2")))
                    .id();
            node.succeed(node.await());

            assertThat(scene.attempts(last))
                    .extracting(attempt -> reuse(attempt).sentence())
                    .containsExactly("Ran because variable SIZE is new: 2.");
        }
    }

    @Test
    default void noticesAFileThatAPersonHasAdded() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            node.leave(node.await(), "detections.csv", "found");
            node.succeed(node.await());
            scene.decide(project, "approve");
            UUID second = scene.start(
                            project, new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.of("detect")))
                    .id();
            await().untilAsserted(() -> assertThat(scene.show(second).state()).isEqualTo(RunState.PAUSED));

            StepFilesContract.add(scene, second, "track", "zones.json", "added");
            StepFilesContract.resume(scene, second);

            assertThat(node.await().stageId()).isEqualTo("track");
            assertThat(scene.attempts(second))
                    .extracting(attempt -> reuse(attempt).from().isPresent())
                    .containsExactly(true, false);
            assertThat(reuse(scene.attempts(second).getLast()).sentence())
                    .startsWith("Ran because")
                    .contains("zones.json");
        }
    }

    @Test
    default void noticesASecretThatChangedWithoutTellingIt() {
        try (Scene scene = new Scene(server()).deployNeeding("KEY")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String variable = Paths.PROJECTS + "/" + project.id() + "/variables/KEY";
            scene.caller.putJson(variable, new SetVariable("sesame-one", Optional.of(true)));
            scene.start(project);
            node.succeed(node.await());
            UUID same = scene.start(project).id();
            await().untilAsserted(() -> assertThat(scene.show(same).state()).isEqualTo(RunState.SUCCEEDED));
            scene.caller.putJson(variable, new SetVariable("sesame-two", Optional.of(true)));

            UUID third = scene.start(project).id();
            node.await();

            assertThat(reuse(scene.attempts(third).getFirst()).sentence())
                    .isEqualTo("Ran because the secret KEY changed.");
            assertThat(scene.caller.get(Paths.RUNS + "/" + third + "/attempts").body())
                    .doesNotContain("sesame");
        }
    }

    @Test
    default void tellsNoValueThatBecameASecret() {
        try (Scene scene = new Scene(server()).deployNeeding("KEY")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String variable = Paths.PROJECTS + "/" + project.id() + "/variables/KEY";
            scene.caller.putJson(variable, new SetVariable("sesame", Optional.of(false)));
            scene.start(project);
            node.succeed(node.await());
            scene.caller.putJson(variable, new SetVariable("sesame", Optional.of(true)));

            UUID second = scene.start(project).id();
            node.await();

            assertThat(reuse(scene.attempts(second).getFirst()).sentence())
                    .isEqualTo("Ran because the secret KEY changed; the arguments changed.");
        }
    }

    @Test
    default void runsEveryTimeWhereThePipelineOrTheRunSaysSo() {
        try (Scene scene = new Scene(server()).deployRunningEveryTime()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            node.succeed(node.await());
            UUID second = scene.start(project).id();
            node.succeed(node.await());
            assertThat(reuse(scene.attempts(second).getFirst()).sentence())
                    .isEqualTo("Ran because its pipeline has it run every time.");
        }
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            node.succeed(node.await());
            StartRun fresh =
                    new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false));
            UUID second = scene.start(project, fresh).id();
            assertThat(scene.show(second).reuse()).isFalse();
            node.succeed(node.await());
            assertThat(reuse(scene.attempts(second).getFirst()).sentence())
                    .isEqualTo("Ran because this run was started to take no earlier results over.");
        }
    }

    @Test
    default void reallyRunsWhatAPersonSendsTheRunTo() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project, StartRun.with(Map.of("decision", "redo")))
                    .id();
            node.leave(node.await(), "detections.csv", "found");
            node.succeed(node.await());

            scene.caller.post(Paths.RUNS + "/" + run + "/jump", Jump.to("detect"));

            Assignment again = node.await();
            assertThat(again.stageId()).isEqualTo("detect");
            node.leave(again, "detections.csv", "found");
            // What follows is as it was.
            await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING));
            assertThat(scene.attempts(run)).hasSize(4);
            scene.decide(project, "redo");
            assertThat(node.await().stageId()).isEqualTo("detect");
            assertThat(reuse(scene.attempts(run).getLast()).sentence())
                    .isEqualTo("Ran because a person sent the run here.");
        }
    }

    @Test
    default void runsAgainWhenTheImageStandsForOtherBytes() {
        try (Scene scene = new Scene(server()).deployNeeding("PLACE:-here")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            StartRun everyTime = new StartRun(
                    Map.of("PLACE", "there"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false));
            scene.start(project);
            node.succeedWith(node.await(), "sha256:one");
            scene.start(project, everyTime);
            node.succeedWith(node.await(), "sha256:two");

            UUID third = scene.start(project).id();
            node.succeedWith(node.await(), "sha256:two");

            assertThat(reuse(scene.attempts(third).getFirst()).sentence())
                    .isEqualTo("Ran because the image tool:1 changed from sha256:one to sha256:two.");
        }
    }

    @Test
    default void runsAgainWhenFilesOfTheEarlierResultAreGone() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            StartRun other = StartRun.with(Map.of("GAP", "1"));
            scene.start(project);
            node.leave(node.await(), "a.txt", "a");
            scene.start(project, other);
            node.leave(node.await(), "b.txt", "b");
            scene.caller.post(
                    Paths.PROJECTS + "/" + project.id() + "/cleanup", new CleanUp(Optional.of(1), false, false, false));

            UUID third = scene.start(project).id();
            node.await();

            assertThat(reuse(scene.attempts(third).getFirst()).sentence())
                    .isEqualTo("Ran because files of the earlier result were cleaned up.");
        }
    }

    @Test
    default void keepsWhatAnAttemptTookOverThoughTheOneThatMadeItGivesItUp() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            StartRun other = StartRun.with(Map.of("GAP", "1"));
            scene.start(project);
            node.leave(node.await(), "a.txt", "a");
            scene.start(project, other);
            node.leave(node.await(), "b.txt", "b");
            UUID third = scene.start(project).id();
            await().untilAsserted(() -> assertThat(scene.show(third).state()).isEqualTo(RunState.SUCCEEDED));
            scene.start(project, StartRun.with(Map.of("GAP", "2")));
            node.leave(node.await(), "c.txt", "c");

            scene.caller.post(
                    Paths.PROJECTS + "/" + project.id() + "/cleanup", new CleanUp(Optional.of(2), false, false, false));

            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files?area=WORKSPACE&run=" + third)
                            .listOf(FileView.class))
                    .extracting(FileView::path, FileView::attemptId)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "a.txt",
                            Optional.of(scene.attempts(third).getFirst().id())));
        }
    }

    @Test
    default void runsAgainWhatAskedAPerson() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment assignment = node.await();
            node.caller()
                    .post(
                            WorkingNode.of(Paths.ATTEMPT_QUESTIONS, assignment),
                            new Ask(
                                    assignment.leaseToken(),
                                    "north",
                                    "Where is north?",
                                    List.of(new TaskField(
                                            "degrees", "Degrees", "number", true, Optional.empty(), List.of()))));
            node.succeed(assignment);

            UUID second = scene.start(project).id();
            node.await();

            assertThat(reuse(scene.attempts(second).getFirst()).sentence())
                    .isEqualTo("Ran because it asks a person, who may answer otherwise now.");
        }
    }

    @Test
    default void takesOverTheItemsOfAListThatAreAsTheyWere() {
        try (Scene scene = new Scene(server()).deployForEach(true)) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project, StartRun.with(Map.of("VIDEOS", "a.mp4,b.mp4")));
            node.leave(node.await(), "a.csv", "a");
            node.leave(node.await(), "b.csv", "b");
            node.succeed(node.await());

            UUID second = scene.start(project, StartRun.with(Map.of("VIDEOS", "a.mp4,c.mp4")))
                    .id();

            Assignment added = node.await();
            assertThat(added.arguments()).containsExactly("c.mp4");
            node.leave(added, "c.csv", "c");
            Assignment track = node.await();
            assertThat(track.files()).extracting(file -> file.path()).containsExactlyInAnyOrder("a.csv", "c.csv");
            node.succeed(track);
            assertThat(scene.show(second).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void runsWhatCannotBeTakenOver() {
        try (Scene scene = new Scene(server()).deployDeciding("quality", "good")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID first = scene.start(project).id();
            node.succeed(node.await(), Map.of("quality", "good"));
            server().database()
                    .sql("update stage_result set variables = '{}' where attempt_id = :attempt")
                    .param("attempt", scene.attempts(first).getFirst().id())
                    .update();

            UUID second = scene.start(project).id();
            node.succeed(node.await(), Map.of("quality", "good"));

            assertThat(reuse(scene.attempts(second).getFirst()).sentence())
                    .contains("its earlier result could not be taken over");
            assertThat(scene.attempts(second)).hasSize(1);
            assertThat(scene.show(second).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    private static Reuse reuse(AttemptView attempt) {
        return attempt.reuse().orElseThrow();
    }
}
