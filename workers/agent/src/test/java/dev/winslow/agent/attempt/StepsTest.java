package dev.winslow.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.Baseline;
import dev.winslow.agent.workspace.SpareFolders;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Phases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Baseline LAID = new Baseline(START, List.of());
    private static final Assignment ASSIGNMENT = new Assignment(
            UUID.randomUUID(),
            "token",
            UUID.randomUUID(),
            UUID.randomUUID(),
            "detect",
            "Detect",
            "shell:1",
            List.of(),
            Map.of(),
            new Requirements(1, 1, 0, Set.of()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ExitCodes.ZERO,
            Optional.empty());

    @TempDir
    Path place;

    private AttemptFolder folder;
    private Instant now = START;
    private Steps steps;

    @BeforeEach
    void begin() throws IOException {
        folder = new AttemptFolder(place.resolve("attempt"));
        steps = begun();
        Files.setLastModifiedTime(folder.assignment(), FileTime.from(START));
    }

    @Test
    void tellHowLongEachPartTook() throws IOException {
        startsAt(3);
        endsAt(10);

        assertThat(phasesAt(12)).isEqualTo(phases(3, Optional.of(7), 2));
    }

    @Test
    void countFromTheFirstBeginningWhenTheWorkerWasRestarted() throws IOException {
        at(5);
        steps = begun();
        startsAt(6);
        endsAt(10);
        Files.setLastModifiedTime(folder.verdict(), FileTime.from(now));
        steps = begun();

        assertThat(phasesAt(11)).isEqualTo(phases(6, Optional.of(4), 1));
    }

    @Test
    void knowNoProgramWhereNoneWasStarted() throws IOException {
        endsAt(4);

        assertThat(phasesAt(5)).isEqualTo(phases(4, Optional.empty(), 1));
    }

    @Test
    void makeNothingOfAClockThatWasSetBack() throws IOException {
        startsAt(-60);
        endsAt(10);

        assertThat(phasesAt(8)).isEqualTo(phases(0, Optional.of(70), 0));
    }

    @Test
    void areTakenUpWhereTheyWereLeft() throws IOException {
        startsAt(3);
        steps.ended(Verdict.succeeded(0));

        Steps takenUp = begun();

        assertThat(takenUp.prepared()).isEqualTo(steps.prepared());
        assertThat(takenUp.verdict()).hasValue(Verdict.succeeded(0));
    }

    /** It may have been laid out again by half before the worker was killed. */
    @Test
    void countNothingAsLaidOutForAStageThatWasNotStarted() throws IOException {
        steps.laidOut(LAID);
        steps.ended(Verdict.failed(Optional.empty(), "no image"));

        Steps takenUp = begun();

        assertThat(steps.prepared()).map(Steps.Prepared::baseline).hasValue(LAID);
        assertThat(takenUp.verdict()).isPresent();
        assertThat(takenUp.prepared()).isEmpty();
    }

    @Test
    void beginAnewInAFolderWhoseDeletionWasCutShort() throws IOException {
        startsAt(3);
        steps.ended(Verdict.succeeded(0));
        Files.delete(folder.assignment());

        Steps anew = begun();

        assertThat(anew.verdict()).isEmpty();
        assertThat(anew.started()).isEmpty();
        assertThat(folder.assignment()).exists();
        assertThat(folder.verdict()).doesNotExist();
    }

    /** The server gives it again. */
    @Test
    void beginAnewWhereTheWritingOfTheAssignmentWasCutShort() throws IOException {
        String whole = Files.readString(folder.assignment());
        Files.writeString(folder.assignment(), whole.substring(0, whole.length() / 2));
        Files.writeString(folder.lines(), "of before");

        begun();

        assertThat(Files.readString(folder.assignment())).isEqualTo(whole);
        assertThat(folder.lines()).doesNotExist();
    }

    @Test
    void areTakenUpFromAnEarlierVersion() throws IOException {
        PrivateJson.write(folder.root().resolve("begun.json"), START.minusSeconds(2));
        PrivateJson.write(folder.root().resolve("baseline.json"), LAID);
        PrivateJson.write(folder.root().resolve("image.json"), "sha256:1");
        PrivateJson.write(folder.root().resolve("started.json"), START.plusSeconds(3));

        Steps takenUp = begun();

        assertThat(takenUp.prepared())
                .hasValue(new Steps.Prepared(LAID, Optional.of("sha256:1"), Optional.of(START.plusSeconds(3))));
        at(3);
        assertThat(takenUp.phases().preparing()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void areTakenFromTheLayoutOnWhereAnEarlierVersionHadNotStartedTheStage() throws IOException {
        PrivateJson.write(folder.root().resolve("baseline.json"), LAID);

        assertThat(begun().prepared()).isEmpty();
    }

    private Steps begun() throws IOException {
        Steps fresh = new Steps(folder, new SpareFolders(place.resolve("spare")), () -> now);
        fresh.begin(ASSIGNMENT);
        return fresh;
    }

    private void startsAt(int second) throws IOException {
        at(second);
        steps.laidOut(LAID);
        steps.starts("sha256:1");
    }

    private void endsAt(int second) throws IOException {
        at(second);
        steps.ended(Verdict.succeeded(0));
    }

    private Phases phasesAt(int second) {
        at(second);
        return steps.phases();
    }

    private void at(int second) {
        now = START.plusSeconds(second);
    }

    private static Phases phases(int preparing, Optional<Integer> running, int handingOver) {
        return new Phases(
                Duration.ofSeconds(preparing), running.map(Duration::ofSeconds), Duration.ofSeconds(handingOver));
    }
}
