package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.engine.sweep.Sweep;
import dev.winslow.minio.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a stage saves while it runs is given to its next attempt. */
interface CheckpointsContract {
    String STAGE = "retries=\"2\" backOff=\"PT0.1S\" checkpoint=\"PT10M\"";

    ServerOnADatabase server();

    @Test
    default void givesTheNextAttemptWhatTheLastOneSaved() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.await();
            assertThat(first.checkpoint()).contains(Duration.ofMinutes(10));
            assertThat(first.files()).isEmpty();

            assertThat(save(node, first, 1, Map.of("state", "hour 20")).status())
                    .isEqualTo(204);
            node.fail(first, "It died.");

            Assignment second = node.await();
            assertThat(restored(second)).isEqualTo(Map.of(".checkpoint/state", "hour 20"));
            assertThat(scene.caller
                            .get(Paths.ATTEMPTS + "/" + second.attemptId() + "/log.txt")
                            .body())
                    .contains("Goes on from the checkpoint");
        }
    }

    @Test
    default void goesOnFromItInAnotherVersionOfThePipeline() {
        try (Scene scene = new Scene(server()).deployStage("retries=\"0\" checkpoint=\"PT10M\"", "")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment first = node.await();
            save(node, first, 1, Map.of("state", "hour 20"));
            node.fail(first, "It died.");
            scene.deployStage(STAGE, "");

            assertThat(scene.caller.post(Paths.RUNS + "/" + run + "/migration").status())
                    .isEqualTo(200);

            assertThat(restored(node.await())).isEqualTo(Map.of(".checkpoint/state", "hour 20"));
        }
    }

    @Test
    default void beginsAnewWhereAPersonHasChangedTheFiles() {
        try (Scene scene = new Scene(server()).deployStage("retries=\"0\" checkpoint=\"PT10M\"", "")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment first = node.await();
            save(node, first, 1, Map.of("state", "hour 20"));
            node.fail(first, "It died.");

            FileView added = StepFilesContract.add(scene, run, "detect", "zones.json", "corrected");
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");

            Assignment second = node.await();
            assertThat(restored(second)).isEqualTo(Map.of("zones.json", "corrected"));
            save(node, second, 1, Map.of("state", "hour 21"));
            node.fail(second, "It died.");
            StepFilesContract.takeOut(scene, run, "detect", added);
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            assertThat(restored(node.await())).isEmpty();
        }
    }

    @Test
    default void removesItThoughTheSweepPassesByAsTheStageSucceeds() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment first = node.await();
            save(node, first, 1, Map.of("state", "one"));
            node.fail(first, "It died.");
            Assignment second = node.await();
            WatchedStore.of(store())
                    .after(
                            "forEachPage",
                            "runs/%s/%s/%s/workspace/.checkpoint/"
                                    .formatted(first.runId(), first.stageId(), first.attemptId()),
                            () -> node.succeed(second));
            sweep();

            sweep();

            assertThat(keys(project)).isEmpty();
        }
    }

    @Test
    default void keepsTheLastWholeCheckpointAndNoOther() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment first = node.await();
            save(node, first, 1, Map.of("same", "same", "state", "one"));
            save(node, first, 2, Map.of("same", "same", "state", "two"));
            ProducedFile unsent = new ProducedFile(Area.WORKSPACE, "state", 5, WorkingNode.sha256("three"));

            Answer torn = node.caller()
                    .post(
                            WorkingNode.of(Paths.ATTEMPT_CHECKPOINT, first),
                            new SaveCheckpoint(first.leaseToken(), 3, List.of(unsent)));

            assertThat(torn.status()).isEqualTo(409);
            assertThat(torn.body()).contains("state");
            assertThat(keys(project)).hasSize(2).noneMatch(key -> key.endsWith("/1/state"));
            node.fail(first, "It died.");
            assertThat(restored(node.await()))
                    .isEqualTo(Map.of(".checkpoint/same", "same", ".checkpoint/state", "two"));
        }
    }

    @Test
    default void answersACheckpointThatIsSavedTwiceAsTheFirst() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.await();
            save(node, first, 1, Map.of("state", "one"));
            save(node, first, 2, Map.of("state", "two"));

            assertThat(save(node, first, 2, Map.of("state", "two")).status()).isEqualTo(204);
            node.fail(first, "It died.");

            assertThat(restored(node.await())).containsEntry(".checkpoint/state", "two");
        }
    }

    @Test
    default void savesNothingForALeaseThatHasEnded() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.await();
            node.fail(first, "It died.");

            Answer late = node.caller()
                    .post(
                            WorkingNode.of(Paths.ATTEMPT_CHECKPOINT, first),
                            new SaveCheckpoint(first.leaseToken(), 1, List.of()));

            assertThat(late.status()).isEqualTo(410);
        }
    }

    @Test
    default void refusesPathsThatLeadElsewhere() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.await();

            Answer answer = node.caller()
                    .post(
                            WorkingNode.of(Paths.ATTEMPT_CHECKPOINT, first),
                            new SaveCheckpoint(
                                    first.leaseToken(),
                                    1,
                                    List.of(new ProducedFile(Area.WORKSPACE, "../state", 1, WorkingNode.sha256("x")))));

            assertThat(answer.status()).isEqualTo(422);
        }
    }

    @Test
    default void removesItOnceTheStageHasSucceeded() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment first = node.await();
            save(node, first, 1, Map.of("state", "one"));
            node.fail(first, "It died.");
            Assignment second = node.await();
            sweep();
            assertThat(keys(project)).hasSize(1);
            assertThat(restored(second)).containsEntry(".checkpoint/state", "one");

            node.succeed(second);
            sweep();

            assertThat(keys(project)).isEmpty();
        }
    }

    @Test
    default void removesItOnceTheRunHasLeftTheStage() {
        try (Scene scene = new Scene(server()).deployStage(STAGE, "")) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            save(node, node.await(), 1, Map.of("state", "one"));
            sweep();
            assertThat(keys(project)).hasSize(1);

            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");
            sweep();

            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.ABORTED);
            assertThat(keys(project)).isEmpty();
        }
    }

    static Answer save(WorkingNode node, Assignment assignment, int number, Map<String, String> files) {
        List<ProducedFile> named = files.entrySet().stream()
                .map(file -> new ProducedFile(
                        Area.WORKSPACE, file.getKey(), file.getValue().length(), WorkingNode.sha256(file.getValue())))
                .toList();
        named.stream()
                .filter(file -> number == 1 || !file.path().equals("same"))
                .forEach(file -> node.send(
                        assignment,
                        SaveCheckpoint.sent(number, file),
                        Optional.ofNullable(files.get(file.path()))
                                .orElseThrow()
                                .getBytes(StandardCharsets.UTF_8)));
        return node.caller()
                .post(
                        WorkingNode.of(Paths.ATTEMPT_CHECKPOINT, assignment),
                        new SaveCheckpoint(assignment.leaseToken(), number, named));
    }

    private static Map<String, String> restored(Assignment assignment) {
        return assignment.files().stream()
                .collect(Collectors.toMap(
                        InputFile::path, file -> Caller.fetch(file.url()).body()));
    }

    /** Of the stages' files, without their logs. */
    private List<String> keys(ProjectView project) {
        String bucket = server().database()
                .sql("select bucket from project where id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        List<String> keys = new ArrayList<>();
        collect(store(), bucket, "runs/", keys);
        return keys.stream()
                .filter(key -> key.contains("/workspace/.checkpoint/"))
                .toList();
    }

    private static void collect(ArtifactStore store, String bucket, String prefix, List<String> keys) {
        store.forEachPage(bucket, prefix, page -> {
            page.objects().forEach(object -> keys.add(object.key()));
            page.folders().forEach(folder -> collect(store, bucket, folder, keys));
        });
    }

    private ArtifactStore store() {
        return server().context().getBean(ArtifactStore.class);
    }

    private void sweep() {
        server().context().getBean(Sweep.class).sweep(Instant.now().plus(Duration.ofHours(7)));
    }
}
