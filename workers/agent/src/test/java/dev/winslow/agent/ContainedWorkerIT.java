package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that runs in a container itself and starts those of its stages beside it. */
class ContainedWorkerIT extends WithDocker {
    private static final String INSIDE = "/winslow-worker-data";

    private String container = "";

    @AfterEach
    void removeWorker() {
        docker().remove(container);
    }

    @Test
    void runsStagesWhereItKnowsItsFolderOnTheHost() throws Exception {
        contain("--host-data", data.toString());
        server.queue.add(stage("cat /input/film.txt; echo made > made.txt")
                .files(stored(Area.INPUT, "film.txt", "frames"))
                .build());
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(outcome.files()).extracting(ProducedFile::path).containsExactly("made.txt");
        assertThat(said(LogStream.OUT)).containsExactly("frames");
    }

    @Test
    void saysThatDockerDoesNotSeeItsFolder() throws Exception {
        contain();
        server.queue.add(stage("true").build());

        assertThat(outcome().reason().orElseThrow()).contains("bind source path does not exist", "--host-data");
    }

    private void contain(String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                AgentApplication.class.getName(),
                "--join=" + server.uri(),
                "--token=enrol",
                "--name=contained",
                "--data=" + INSIDE,
                "--executor=docker",
                "--docker-host=unix:///docker.sock"));
        command.addAll(List.of(more));
        container =
                docker().runOnHostNetwork(IMAGE, command, List.of(classPath().split(":")), data + ":" + INSIDE);
    }

    /** Of these tests; Failsafe hides it in a jar. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
