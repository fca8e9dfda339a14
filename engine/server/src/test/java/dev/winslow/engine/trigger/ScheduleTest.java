package dev.winslow.engine.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void takesFiveFieldsAsCrontabDoes() {
        assertThat(Schedule.next(cron("30 6 * * *"), NOON)).contains(Instant.parse("2026-01-03T05:30:00Z"));
        assertThat(Schedule.next(cron("0 30 6 * * *"), NOON)).contains(Instant.parse("2026-01-03T05:30:00Z"));
        assertThat(Schedule.next(cron("@daily"), NOON)).contains(Instant.parse("2026-01-02T23:00:00Z"));
    }

    @Test
    void keepsToTheHourOfItsZoneOverTheChangeToSummerTime() {
        assertThat(Schedule.from(cron("0 6 * * *"), Instant.parse("2026-03-28T05:00:00Z"))
                        .limit(2))
                .containsExactly(Instant.parse("2026-03-28T05:00:00Z"), Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void firesBothTimesInAnHourThatComesTwice() {
        assertThat(Schedule.from(cron("30 2 * * *"), Instant.parse("2026-10-24T00:30:00Z"))
                        .limit(3))
                .containsExactly(
                        Instant.parse("2026-10-24T00:30:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void firesATimeOnceAndNeverAgain() {
        TriggerSource once = new TriggerSource.Once(PROJECT, NOON);

        assertThat(Schedule.next(once, NOON.minusSeconds(1))).contains(NOON);
        assertThat(Schedule.next(once, NOON)).isEmpty();
    }

    @Test
    void leavesATimeDueThatHasComeWhenTheRhythmIsChanged() {
        assertThat(Schedule.nextAfterChange(enabled(NOON), cron("0 6 * * *"), NOON))
                .contains(NOON);
        assertThat(Schedule.nextAfterChange(enabled(NOON.plusSeconds(1)), cron("0 6 * * *"), NOON))
                .contains(Instant.parse("2026-01-03T05:00:00Z"));
        TriggerSource other = new TriggerSource.Once(PROJECT, NOON.plusSeconds(60));
        assertThat(Schedule.nextAfterChange(enabled(NOON), other, NOON)).contains(NOON.plusSeconds(60));
    }

    private static Trigger enabled(Instant next) {
        return new Trigger(
                new UUID(2, 2), "often", cron("0 * * * *"), Map.of(), true, NOON, Optional.of(next), "ada", NOON);
    }

    @Test
    void countsATimeAsMissedAMinuteLater() {
        assertThat(Schedule.isMissed(NOON, NOON.plusSeconds(60))).isFalse();
        assertThat(Schedule.isMissed(NOON, NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void tellsWhatWasMissedAndWhatComesNext() {
        assertThat(Schedule.missed(cron("0 * * * *"), NOON, NOON.plusSeconds(2 * 3600 + 60)))
                .isEqualTo("3 times from 2026-01-02T12:00:00Z to 2026-01-02T14:01:00Z were missed because no server"
                        + " could fire it then; the next is 2026-01-02T15:00:00Z.");
        assertThat(Schedule.missed(new TriggerSource.Once(PROJECT, NOON), NOON, NOON.plusSeconds(3600)))
                .isEqualTo(
                        "The time 2026-01-02T12:00:00Z was missed because no server could fire it then; there is no other.");
        assertThat(Schedule.missed(cron("* * * * *"), NOON.minusSeconds(86_400), NOON))
                .startsWith("At least 1000 times");
    }

    @Test
    void refusesWhatNeverComesOrComesTooOften() {
        assertThatThrownBy(() -> Schedule.check(cron("0 0 30 2 *"), NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("never reached");
        assertThatThrownBy(() -> Schedule.check(new TriggerSource.Once(PROJECT, NOON), NOON))
                .hasMessageContaining("in the past");
        assertThatThrownBy(() -> Schedule.check(cron("*/10 * * * * *"), NOON)).hasMessageContaining("once a minute");
        assertThatThrownBy(() -> Schedule.check(cron("often"), NOON)).hasMessageContaining("no cron expression");
        assertThatThrownBy(() -> Schedule.check(new TriggerSource.Cron(PROJECT, "0 6 * * *", "Berlin"), NOON))
                .hasMessageContaining("no time zone \"Berlin\"");
    }

    private static TriggerSource cron(String cron) {
        return new TriggerSource.Cron(PROJECT, cron, "Europe/Berlin");
    }
}
