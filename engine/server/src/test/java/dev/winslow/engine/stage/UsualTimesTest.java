package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.Ids;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.run.Priorities.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsualTimesTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Standing STANDING = new Standing(Ids.next(), "ada", 0, "tracking");

    private final List<StageResult.Stage> asked = new ArrayList<>();
    private List<Duration> took = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(3));
    private Instant now = START;
    private final UsualTimes times = new UsualTimes(this::results, () -> now);

    @Test
    void takeTheMiddleOfWhatTheStageTookBefore() {
        assertThat(times.of(STANDING, "detect")).hasValue(Duration.ofMinutes(3));
        assertThat(asked).containsExactly(new StageResult.Stage(STANDING.projectId(), "tracking", "detect"));
    }

    @Test
    void askTheDatabaseOnceAMinute() {
        times.of(STANDING, "detect");
        now = START.plusSeconds(59);
        took = List.of(Duration.ofMinutes(7));
        assertThat(times.of(STANDING, "detect")).hasValue(Duration.ofMinutes(3));
        assertThat(asked).hasSize(1);

        now = START.plusSeconds(60);

        assertThat(times.of(STANDING, "detect")).hasValue(Duration.ofMinutes(7));
        assertThat(asked).hasSize(2);
    }

    @Test
    void knowNothingOfAStageThatNeverSucceeded() {
        took = List.of();

        assertThat(times.of(STANDING, "detect")).isEmpty();
        assertThat(times.left(STANDING, attempt(START))).isEmpty();
    }

    @Test
    void keepStagesApart() {
        times.of(STANDING, "detect");
        took = List.of(Duration.ofHours(2));

        assertThat(times.of(STANDING, "render")).hasValue(Duration.ofHours(2));
        assertThat(times.of(STANDING, "detect")).hasValue(Duration.ofMinutes(3));
    }

    @Test
    void sayHowMuchLongerAnAttemptWillRunUnlessItRunsLongerThanUsual() {
        now = START.plusSeconds(60);

        assertThat(times.left(STANDING, attempt(START))).hasValue(Duration.ofMinutes(2));
        assertThat(times.left(STANDING, attempt(START.minusSeconds(600)))).isEmpty();
    }

    private List<Duration> results(StageResult.Stage stage) {
        asked.add(stage);
        return took;
    }

    private static Attempt attempt(Instant assignedAt) {
        UUID id = Ids.next();
        return new Attempt(
                id,
                Ids.next(),
                "job",
                new Attempt.Stage("detect", "Detect", 1),
                AttemptState.RUNNING,
                new Attempt.Place(Optional.empty(), "gpu-01", List.of()),
                new Attempt.Lease("token", START, false),
                new Effective(
                        "image",
                        List.of(),
                        Map.of(),
                        new Requirements(1, 1 << 20, 0, Set.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Set.of(),
                        ExitCodes.ZERO),
                new Attempt.Standing(List.of(), 0),
                assignedAt,
                Optional.empty(),
                Optional.empty());
    }
}
