package dev.winslow.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.worker.Phases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseTimesTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    Path root;

    private AttemptFolder folder;

    @BeforeEach
    void begin() throws IOException {
        folder = new AttemptFolder(root);
        PhaseTimes.begin(folder, at(0));
    }

    @Test
    void tellsHowLongEachPartTook() throws IOException {
        PrivateJson.write(folder.started(), START.plusSeconds(3));
        ended(10);

        assertThat(PhaseTimes.of(folder, at(12))).hasValue(phases(3, Optional.of(7), 2));
    }

    @Test
    void countsFromTheFirstBeginningWhenTheWorkerWasRestarted() throws IOException {
        PhaseTimes.begin(folder, at(5));
        PrivateJson.write(folder.started(), START.plusSeconds(6));
        ended(10);

        assertThat(PhaseTimes.of(folder, at(10))).hasValue(phases(6, Optional.of(4), 0));
    }

    @Test
    void knowsNoProgramWhereNoneWasStarted() throws IOException {
        ended(4);

        assertThat(PhaseTimes.of(folder, at(5))).hasValue(phases(4, Optional.empty(), 1));
    }

    @Test
    void makesNothingOfAClockThatWasSetBack() throws IOException {
        PrivateJson.write(folder.started(), START.minusSeconds(60));
        ended(10);

        assertThat(PhaseTimes.of(folder, at(8))).hasValue(phases(0, Optional.of(70), 0));
    }

    @Test
    void isNotKnownOfAnAttemptThatBeganUnderAnEarlierVersion() throws IOException {
        Files.delete(folder.begun());

        assertThat(PhaseTimes.of(folder, at(5))).isEmpty();
    }

    private void ended(int second) throws IOException {
        PrivateJson.write(folder.verdict(), "over");
        Files.setLastModifiedTime(folder.verdict(), FileTime.from(START.plusSeconds(second)));
    }

    private static Phases phases(int preparing, Optional<Integer> running, int handingOver) {
        return new Phases(
                Duration.ofSeconds(preparing), running.map(Duration::ofSeconds), Duration.ofSeconds(handingOver));
    }

    private static InstantSource at(int second) {
        return InstantSource.fixed(START.plusSeconds(second));
    }
}
