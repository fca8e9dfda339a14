package dev.winslow.engine.http;

import static dev.winslow.engine.http.WorkingNode.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.artifact.NamedObjects;
import dev.winslow.engine.log.Archiver;
import dev.winslow.engine.log.LogService;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.ArtifactStore.StoredObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs of attempts that have ended, in the bucket of their project. */
interface LogArchiveContract {
    int LINES = 9000;
    Duration TERM_OF_A_CLAIM = Duration.ofMinutes(2);

    ServerOnADatabase server();

    @Test
    default void readsAnArchivedLogAsBefore() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Assignment assignment = ended(scene, scene.project());
            String text = text(scene, assignment);
            LogPage page = page(scene, assignment, 7999);

            archiver().archive();

            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
            assertThat(text(scene, assignment)).isEqualTo(text);
            assertThat(page(scene, assignment, 7999)).isEqualTo(page);
            assertThat(page(scene, assignment, -1).lines())
                    .extracting(LogLine::text)
                    .containsExactly("Succeeded; 0 files are kept.");
            assertThat(find(scene, assignment, "line+4242$").lines())
                    .extracting(LogLine::number)
                    .containsExactly(4242L);
            try (LiveLog live = LiveLog.open(scene.caller, assignment, "?from=8999")) {
                assertThat(live.rest()).containsExactly("line 8999", "Succeeded; 0 files are kept.", "(end)");
            }
        }
    }

    @Test
    default void keepsAnArchiveThatCanBeReadWithoutWinslow() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);

            archiver().archive();

            List<StoredObject> objects = archived(project, assignment);
            assertThat(objects).hasSize(1);
            try (InputStream in = new GZIPInputStream(
                    store().read(bucket(project), objects.getFirst().key(), 0))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(text(scene, assignment));
            }
        }
    }

    @Test
    default void namesItsObjectsSoThatNoSweepTakesThem() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);

            archiver().archive();

            String key = archived(project, assignment).getFirst().key();
            assertThat(server().context().getBeansOfType(NamedObjects.class).values())
                    .anySatisfy(feature -> assertThat(feature.named(bucket(project), List.of(key, "other")))
                            .containsExactly(key));
        }
    }

    @Test
    default void finishesWhatACrashLeft() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);
            String text = text(scene, assignment);

            archiver().crashBeforeTheRowsAreWritten();
            List<StoredObject> left = archived(project, assignment);
            assertThat(text(scene, assignment)).isEqualTo(text);
            server().leap(TERM_OF_A_CLAIM);
            archiver().archive();

            assertThat(left).hasSize(1);
            assertThat(archived(project, assignment))
                    .extracting(StoredObject::key)
                    .containsExactly(left.getFirst().key());
            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
            assertThat(text(scene, assignment)).isEqualTo(text);
        }
    }

    @Test
    default void addsWhatIsSaidAfterTheArchiving() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);
            archiver().archive();

            server().context().getBean(LogService.class).system(assignment.attemptId(), "an afterthought");
            String text = text(scene, assignment);
            archiver().archive();

            assertThat(text).endsWith("SYSTEM an afterthought\n");
            assertThat(text(scene, assignment)).isEqualTo(text);
            assertThat(archived(project, assignment)).hasSize(2);
            assertThat(page(scene, assignment, LINES).lines()).hasSize(2);
        }
    }

    @Test
    default void leavesALogToWhoArchivesItWhateverIsSaidMeanwhile() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);
            archiver().crashBeforeTheRowsAreWritten();

            server().context().getBean(LogService.class).system(assignment.attemptId(), "an afterthought");
            archiver().archive();

            assertThat(archiver().chunksOf(assignment.attemptId())).isPositive();

            server().leap(TERM_OF_A_CLAIM);
            archiver().archive();

            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
            assertThat(page(scene, assignment, LINES).lines()).hasSize(2);
        }
    }

    @Test
    default void losesNothingThatIsSaidWhileALogIsMoved() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            // With the last word and the afterthought as many lines as are joined.
            Assignment assignment = ended(scene, scene.project(), 1022);
            LogService logs = server().context().getBean(LogService.class);

            archiver().archiveWhile(() -> logs.system(assignment.attemptId(), "an afterthought"));
            String text = text(scene, assignment);
            server().leap(TERM_OF_A_CLAIM);
            archiver().archive();

            assertThat(text).endsWith("SYSTEM an afterthought\n");
            assertThat(text(scene, assignment)).isEqualTo(text);
            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
        }
    }

    @Test
    default void archivesWhatAServerOfAnEarlierVersionEnded() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);
            archiver().forgetTheTime(assignment.attemptId());

            archiver().findWhatEarlierVersionsEnded();
            archiver().archive();

            assertThat(archived(project, assignment)).hasSize(1);
            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
        }
    }

    @Test
    default void leavesTheLogsOfAProjectThatIsBeingDeleted() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            Assignment assignment = ended(scene, project);
            setDeleted(project, Optional.of(OffsetDateTime.now(ZoneOffset.UTC)));

            archiver().archive();
            setDeleted(project, Optional.empty());
            archiver().archive();

            assertThat(archived(project, assignment)).isEmpty();
        }
    }

    @Test
    default void letsAShortLogWait() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            WorkingNode node = scene.node();
            scene.start(project);
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"));
            node.succeed(assignment);

            archiver().archive();

            assertThat(archived(project, assignment)).isEmpty();
            assertThat(page(scene, assignment, 0).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a", "Succeeded; 0 files are kept.");

            server().leap(Duration.ofMinutes(10));
            archiver().archive();

            assertThat(archived(project, assignment)).hasSize(1);
            assertThat(archiver().chunksOf(assignment.attemptId())).isZero();
            assertThat(page(scene, assignment, 0).lines()).hasSize(2);
        }
    }

    @Test
    default void leavesTheLogOfARunningStageWhereItIs() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"));

            archiver().archive();

            assertThat(archiver().chunksOf(assignment.attemptId())).isEqualTo(1);
        }
    }

    private Assignment ended(Scene scene, ProjectView project) {
        return ended(scene, project, LINES);
    }

    private Assignment ended(Scene scene, ProjectView project, int count) {
        WorkingNode node = scene.node();
        scene.start(project);
        Assignment assignment = node.await();
        for (int batch = 0; batch < count; batch += 3000) {
            List<LogLine> lines = new ArrayList<>();
            for (int i = batch; i < Math.min(count, batch + 3000); i++) {
                lines.add(line(i, "line " + i));
            }
            node.log(assignment, lines.toArray(LogLine[]::new));
        }
        node.succeed(assignment);
        return assignment;
    }

    private void setDeleted(ProjectView project, Optional<OffsetDateTime> time) {
        server().context()
                .getBean(JdbcClient.class)
                .sql("update project set deleted_at = :time where id = :id")
                .param("time", time.orElse(null))
                .param("id", project.id())
                .update();
    }

    private Archiver archiver() {
        return new Archiver(server().context());
    }

    private ArtifactStore store() {
        return server().context().getBean("artifactStore", ArtifactStore.class);
    }

    private List<StoredObject> archived(ProjectView project, Assignment assignment) {
        UUID run = server().context()
                .getBean(JdbcClient.class)
                .sql("select run_id from attempt where id = :id")
                .param("id", assignment.attemptId())
                .query(UUID.class)
                .single();
        return store().list(bucket(project), "runs/%s/detect/%s/log/".formatted(run, assignment.attemptId()));
    }

    private String bucket(ProjectView project) {
        return server().context()
                .getBean(JdbcClient.class)
                .sql("select bucket from project where id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
    }

    private static String text(Scene scene, Assignment assignment) {
        return scene.caller.get(log(assignment) + ".txt").body();
    }

    private static LogPage page(Scene scene, Assignment assignment, long from) {
        return scene.caller.get(log(assignment) + "?from=" + from).as(LogPage.class);
    }

    private static LogMatches find(Scene scene, Assignment assignment, String pattern) {
        return scene.caller.get(log(assignment) + "/search?pattern=" + pattern).as(LogMatches.class);
    }

    private static String log(Assignment assignment) {
        return Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log";
    }
}
