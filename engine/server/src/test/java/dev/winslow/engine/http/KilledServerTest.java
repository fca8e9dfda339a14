package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.JoinResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server on H2 still knows when its process was killed at once after it had answered. */
class KilledServerTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatItHasAnswered() throws Exception {
        RunView run;
        try (ServerProcess server = begin()) {
            Caller caller = server.caller();
            WorkingNode node = node(server, caller);
            run = start(caller);
            Assignment assignment = node.await();
            // Of a stage that has run for longer than that, the beginning is kept and the end is not to be lost.
            await().pollDelay(Duration.ofMillis(800)).until(() -> true);

            assertThat(caller.putJson(Paths.VARIABLES + "/SCALE", new SetVariable("7", Optional.empty()))
                            .status())
                    .isEqualTo(204);
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            server.process().destroyForcibly().waitFor();
        }
        try (ServerProcess server = begin()) {
            Caller caller = server.caller();

            assertThat(caller.get(Paths.RUNS + "/" + run.id()).as(RunView.class).state())
                    .isEqualTo(RunState.SUCCEEDED);
            assertThat(caller.get(Paths.VARIABLES).body()).contains("SCALE");
        }
    }

    private ServerProcess begin() throws IOException {
        return ServerProcess.begin(
                "jdbc:h2:file:" + folder.resolve("database") + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64", "sa");
    }

    private static WorkingNode node(ServerProcess server, Caller caller) throws IOException {
        Caller enrolment = caller.with(
                Files.readString(server.data().resolve("enrolment.token")).strip());
        JoinResponse joined =
                enrolment.post(Paths.JOIN, WorkingNode.request("node", "any")).as(JoinResponse.class);
        return new WorkingNode(enrolment.with(joined.nodeToken()), joined.nodeId(), "node");
    }

    private static RunView start(Caller caller) {
        ProjectView project = caller.post(Paths.PROJECTS, new CreateProject("Killed", "bundled", List.of()))
                .as(ProjectView.class);
        return caller.post(Paths.PROJECTS + "/" + project.id() + "/runs", Map.of())
                .as(RunView.class);
    }
}
