package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.stage.PassingTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A backup is a dump of the database, and after that a copy of the objects, both of a server at work; a restored one goes on where the dump saw it. */
class BackupIT {
    private static DebianPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = DebianPostgres.start();
    }

    @AfterAll
    static void end() throws Exception {
        if (postgres != null) {
            postgres.end();
        }
    }

    @Test
    void bringsBackRunsAndFilesAndGoesOnWithWhatWasUnderWay() throws Exception {
        Path copy = ServerOnADatabase.newFolder();
        ProjectView done;
        RunView ended;
        RunView underWay;
        Assignment lost;
        WorkingNode node;
        Path dump;
        try (ServerOnADatabase server =
                ServerOnADatabase.at(postgres.create("before"), "postgres", ServerOnADatabase.newFolder())) {
            Scene scene = new Scene(server).deployRetrying(1);
            node = scene.node();
            done = scene.project();
            ended = scene.start(done);
            node.leave(node.begin(node.await()), "made.txt", "kept");
            underWay = scene.start(scene.project());
            lost = node.begin(node.await());
            dump = postgres.dump("before");
            node.leave(lost, "after.txt", "not in the dump");
            FileSystemUtils.copyRecursively(server.data(), copy);
        }

        String restored = postgres.create("restored");
        postgres.restore(dump, "restored");
        try (ServerOnADatabase server = ServerOnADatabase.at(restored, "postgres", copy)) {
            Caller caller = server.caller();
            assertThat(run(caller, ended).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(text(caller, done, "made.txt")).isEqualTo("kept");

            PassingTime.pass(server, Duration.ofMinutes(1));
            WorkingNode again =
                    new WorkingNode(new Caller(caller.server(), node.caller().token()), node.id(), node.name());
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                again.beat();
                assertThat(caller.get(Paths.RUNS + "/" + underWay.id() + "/attempts")
                                .listOf(AttemptView.class))
                        .extracting(AttemptView::state)
                        .startsWith(AttemptState.LOST);
            });
            Assignment retried = again.await();
            assertThat(retried.runId()).isEqualTo(underWay.id());
            assertThat(retried.attemptId()).isNotEqualTo(lost.attemptId());
            again.succeed(retried);
            assertThat(run(caller, underWay).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    private static RunView run(Caller caller, RunView run) {
        return caller.get(Paths.RUNS + "/" + run.id()).as(RunView.class);
    }

    private static String text(Caller caller, ProjectView project, String path) {
        String files = Paths.PROJECTS + "/" + project.id() + "/files";
        FileView file = caller.get(files + "?area=WORKSPACE").listOf(FileView.class).stream()
                .filter(found -> found.path().equals(path))
                .findFirst()
                .orElseThrow();
        return Caller.fetch(URI.create(caller.get(files + "/" + file.id()).header("Location")))
                .body();
    }
}
