package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.BYTES;
import static dev.winslow.engine.http.FilesContract.send;
import static dev.winslow.engine.http.FilesContract.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.Ids;
import dev.winslow.engine.sweep.Sweep;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What no row names goes after a while, and nothing else does. */
interface SweepContract {
    Duration HOURS = Duration.ofHours(7);
    Duration DAYS = Duration.ofDays(9);
    ProducedFile KEPT = new ProducedFile(Area.OUTPUT, "kept.csv", BYTES.length, sha256(BYTES));
    ProducedFile DROPPED = new ProducedFile(Area.OUTPUT, "a/b/dropped.csv", BYTES.length, sha256(BYTES));

    ServerOnADatabase server();

    @Test
    default void removesWhatAFailedAttemptSentOnceItHasEndedLongAgo() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.send(detect, DROPPED, BYTES);
            String half = node.beginUpload(detect, KEPT).uploadId();
            node.fail(detect, "no more");

            sweepIn(Duration.ofHours(5));
            assertThat(store().find(bucket(project), key(detect, DROPPED))).isPresent();
            assertThat(store().sentParts(bucket(project), key(detect, KEPT), half))
                    .isEmpty();
            sweepIn(HOURS);

            assertThat(store().find(bucket(project), key(detect, DROPPED))).isEmpty();
            assertThat(store().unfinishedUploads(bucket(project))).isEmpty();
        }
    }

    @Test
    default void keepsWhatAnOutcomeNamesAndRemovesWhatItLeavesOut() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.send(detect, KEPT, BYTES);
            node.send(detect, DROPPED, BYTES);
            node.succeed(detect, KEPT);

            sweepIn(HOURS);

            assertThat(store().find(bucket(project), key(detect, KEPT))).isPresent();
            assertThat(store().find(bucket(project), key(detect, DROPPED))).isEmpty();
        }
    }

    @Test
    default void looksAtAnAttemptOnlyOnce() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.succeed(detect);
            sweepIn(HOURS);
            store().put(bucket(project), key(detect, DROPPED), BYTES, "text/plain");

            sweepIn(HOURS);

            assertThat(store().find(bucket(project), key(detect, DROPPED))).isPresent();
        }
    }

    @Test
    default void keepsWhatARunningAttemptSentAndAnOutcomeNamesWhileTheSweepGoesOn() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.send(detect, DROPPED, BYTES);
            node.succeed(detect);
            Assignment track = node.await();
            node.send(track, KEPT, BYTES);
            String half = node.beginUpload(track, DROPPED).uploadId();

            // By the clock of the sweep the outcome is old as soon as it is accepted.
            server().watchedStore().before("delete", key(detect, DROPPED), () -> node.succeed(track, KEPT));
            sweepIn(HOURS);

            assertThat(store().find(bucket(project), key(detect, DROPPED))).isEmpty();
            assertThat(store().find(bucket(project), key(track, KEPT))).isPresent();
            assertThat(store().sentParts(bucket(project), key(track, DROPPED), half))
                    .isEmpty();
            sweepIn(HOURS);
            assertThat(store().find(bucket(project), key(track, KEPT))).isPresent();
        }
    }

    @Test
    default void leavesObjectsOfAttemptsThatItDoesNotKnowAndThoseThatAreYoung() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment detect = node.await();
            node.succeed(detect);
            String unknown = "runs/%s/detect/%s/output/a".formatted(run, Ids.next());
            store().put(bucket(project), unknown, BYTES, "text/plain");
            store().put(bucket(project), key(detect, DROPPED), BYTES, "text/plain");
            endedLongAgo(detect);

            sweepIn(Duration.ofHours(5));
            assertThat(store().find(bucket(project), key(detect, DROPPED))).isPresent();
            sweepIn(HOURS);

            assertThat(store().find(bucket(project), unknown)).isPresent();
            assertThat(store().find(bucket(project), key(detect, DROPPED))).isEmpty();
        }
    }

    @Test
    default void removesFilesOfAnswersThatWereNotTaken() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.succeed(node.await());
            node.succeed(node.await());
            String refused = "runs/%s/review/answer-%s/points.json".formatted(run, Ids.next());
            store().put(bucket(project), refused, BYTES, "text/plain");
            scene.caller.post(
                    Paths.TASKS + "/" + scene.task(project).id() + "/complete",
                    new dev.winslow.api.task.CompleteTask(
                            java.util.Map.of("decision", "redo"), java.util.Map.of("points.json", "{}")));
            String taken = server().database()
                    .sql("select object_key from artifact where run_id = :run and step_id = 'review'")
                    .param("run", run)
                    .query(String.class)
                    .single();

            sweepIn(Duration.ofHours(5));
            assertThat(store().find(bucket(project), refused)).isPresent();
            sweepIn(HOURS);

            assertThat(store().find(bucket(project), refused)).isEmpty();
            assertThat(store().find(bucket(project), taken)).isPresent();
        }
    }

    @Test
    default void givesUpAnUploadThatNobodyGoesOnWith() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id();
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));
            CompleteUpload sent = send(scene, path, file);

            sweepIn(Duration.ofDays(7));
            assertThat(store().unfinishedUploads(bucket(project))).hasSize(1);
            sweepIn(DAYS);

            assertThat(store().unfinishedUploads(bucket(project))).isEmpty();
            assertThat(scene.caller.post(path + "/uploads/complete", sent).status())
                    .isEqualTo(409);
            assertThat(scene.caller
                            .post(path + "/uploads/complete", send(scene, path, file))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    default void leavesAnUploadToWhoeverEndsItWhileTheSweepGoesOn() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id();
            CompleteUpload sent = send(scene, path, new BeginUpload("a.mp4", BYTES.length, sha256(BYTES)));
            List<Answer> ended = new ArrayList<>();

            server().watchedStore()
                    .before(
                            "unfinishedUploads",
                            bucket(project),
                            () -> ended.add(scene.caller.post(path + "/uploads/complete", sent)));
            sweepIn(DAYS);

            assertThat(ended.getFirst().as(FileView.class).path()).isEqualTo("a.mp4");
            assertThat(store().find(bucket(project), sent.objectKey())).isPresent();
        }
    }

    @Test
    default void tellsWhoeverEndsAnUploadThatTheSweepWasFaster() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id();
            byte[] many = new byte[(1 << 20) + 1];
            CompleteUpload sent = send(scene, path, new BeginUpload("large.mp4", many.length, "0".repeat(64)), many);

            // After the last look whether all has arrived, and before its name is written.
            WatchedStore store = server().watchedStore();
            store.after(
                    "completeUpload",
                    sent.objectKey(),
                    () -> store.after("find", sent.objectKey(), () -> sweepIn(DAYS)));
            Answer ended = scene.caller.post(path + "/uploads/complete", sent);

            assertThat(ended.status()).isEqualTo(409);
            assertThat(store().find(bucket(project), sent.objectKey())).isEmpty();
            assertThat(scene.caller.get(path + "/files?area=INPUT").listOf(FileView.class))
                    .isEmpty();
        }
    }

    @Test
    default void removesUploadedFilesThatNothingNames() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id();
            CompleteUpload named = send(scene, path, new BeginUpload("a.mp4", BYTES.length, sha256(BYTES)));
            scene.caller.post(path + "/uploads/complete", named).as(FileView.class);
            String orphan = "uploads/" + Ids.next() + "/films/b.mp4";
            store().put(bucket(project), orphan, BYTES, "video/mp4");

            sweepIn(Duration.ofDays(7));
            assertThat(store().find(bucket(project), orphan)).isPresent();
            sweepIn(DAYS);

            assertThat(store().find(bucket(project), orphan)).isEmpty();
            assertThat(store().find(bucket(project), named.objectKey())).isPresent();
        }
    }

    @Test
    default void keepsWhatPeopleAddedToAStepAndRemovesWhatTheyTookOut() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            UUID run = StepFilesContract.pausedBeforeTrack(scene, scene.node(), project);
            String step = StepFilesContract.steps(run, "track");
            CompleteUpload kept =
                    send(scene, step, StepFilesContract.file("kept.json", "kept"), StepFilesContract.bytes("kept"));
            scene.caller.post(step + "/uploads/complete", kept).as(FileView.class);
            CompleteUpload out =
                    send(scene, step, StepFilesContract.file("out.json", "out"), StepFilesContract.bytes("out"));
            FileView added = scene.caller.post(step + "/uploads/complete", out).as(FileView.class);

            sweepIn(DAYS);
            assertThat(store().find(bucket(project), out.objectKey())).isPresent();
            StepFilesContract.takeOut(scene, run, "track", added);
            sweepIn(DAYS);

            assertThat(store().find(bucket(project), out.objectKey())).isEmpty();
            assertThat(store().find(bucket(project), kept.objectKey())).isPresent();
        }
    }

    @Test
    default void keepsAnUploadThatSomebodyGoesOnWith() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String path = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));
            UploadTicket first = scene.caller.post(path + "/uploads", file).as(UploadTicket.class);
            server().database()
                    .sql("update upload set begun_at = :then where object_key = :key")
                    .param("then", Instant.now().minus(DAYS).atOffset(java.time.ZoneOffset.UTC))
                    .param("key", first.objectKey())
                    .update();

            scene.caller.post(path + "/uploads", file);
            sweepIn(Duration.ZERO);

            assertThat(scene.caller
                            .post(path + "/uploads", file)
                            .as(UploadTicket.class)
                            .uploadId())
                    .isEqualTo(first.uploadId());
        }
    }

    @Test
    default void deletesOnlyEmptyBucketsOfProjectsThatWereNeverCreated() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String empty = "winslow-p-" + Ids.next();
            String full = "winslow-p-" + Ids.next();
            String foreign = "winslow-p-somebody-elses";
            List.of(empty, full, foreign).forEach(store()::createBucket);
            store().put(full, "a", BYTES, "text/plain");

            sweepIn(Duration.ofHours(20));
            assertThat(store().buckets("winslow-p-")).contains(empty);
            sweepIn(DAYS);

            assertThat(store().buckets("winslow-p-")).doesNotContain(empty).contains(full, foreign, bucket(project));
        }
    }

    @Test
    default void finishesADeletionThatWasCutShort() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            server().watchedStore().before("deleteBucket", bucket(project), () -> {
                throw new IllegalStateException("The storage is away");
            });
            scene.caller.delete(Paths.PROJECTS + "/" + project.id());
            assertThat(store().buckets(bucket(project))).isNotEmpty();

            sweepIn(HOURS);

            assertThat(store().buckets(bucket(project))).isEmpty();
        }
    }

    @Test
    default void sweepsOnBehindAProjectThatCannotBeSwept() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView broken = scene.project();
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.send(detect, DROPPED, BYTES);
            node.fail(detect, "no more");
            store().deleteBucket(bucket(broken));

            sweepIn(HOURS);
            scene.caller.delete(Paths.PROJECTS + "/" + broken.id());

            assertThat(store().find(bucket(project), key(detect, DROPPED))).isEmpty();
        }
    }

    @Test
    default void isSweptByOneOfManyServersAtATime() throws Exception {
        Sweep sweep = server().context().getBean(Sweep.class);
        server().database()
                .sql("update server_lock set held_until = null where name = 'sweep'")
                .update();
        AtomicInteger swept = new AtomicInteger();

        Together.run(4, server -> {
            if (sweep.sweepInTurn()) {
                swept.incrementAndGet();
            }
        });

        assertThat(swept).hasValue(1);
        assertThat(sweep.sweepInTurn()).isFalse();
    }

    private ArtifactStore store() {
        return server().watchedStore().store();
    }

    private void sweepIn(Duration duration) {
        server().context().getBean(Sweep.class).sweep(Instant.now().plus(duration));
    }

    private void endedLongAgo(Assignment attempt) {
        server().database()
                .sql("update attempt set ended_at = :then where id = :id")
                .param("then", Instant.now().minus(DAYS).atOffset(java.time.ZoneOffset.UTC))
                .param("id", attempt.attemptId())
                .update();
    }

    static String bucket(ProjectView project) {
        return "winslow-p-" + project.id();
    }

    private static String key(Assignment attempt, ProducedFile file) {
        return "runs/%s/%s/%s/%s/%s"
                .formatted(
                        attempt.runId(),
                        attempt.stageId(),
                        attempt.attemptId(),
                        file.area().name().toLowerCase(java.util.Locale.ROOT),
                        file.path());
    }
}
