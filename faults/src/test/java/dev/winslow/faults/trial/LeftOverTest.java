package dev.winslow.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofADeadTrialIsClearedAway() throws Exception {
        Process trial = new ProcessBuilder("sleep", "60").start();
        Process left = leave();
        LeftOver.mark(folder, "", trial.toHandle());
        trial.destroyForcibly().waitFor();

        LeftOver.clear();

        Awaitility.await().until(() -> !left.isAlive());
    }

    @Test
    void ofATrialThatGoesOnIsLeftAlone() throws Exception {
        Process trial = new ProcessBuilder("sleep", "60").start();
        Process left = leave();
        LeftOver mark = LeftOver.mark(folder, "", trial.toHandle());

        LeftOver.clear();

        assertThat(left.isAlive()).isTrue();
        mark.remove();
        left.destroyForcibly();
        trial.destroyForcibly();
    }

    /** A process of a trial: it works below the trial's folder. */
    private Process leave() throws Exception {
        Path place = Files.createDirectories(folder.resolve("agent-1"));
        return new ProcessBuilder("sleep", "60").directory(place.toFile()).start();
    }
}
