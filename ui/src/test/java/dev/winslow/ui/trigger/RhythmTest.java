package dev.winslow.ui.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final LocalTime HALF_PAST_SIX = LocalTime.of(6, 30);

    @Test
    void readsWhatItWrites() {
        for (Rhythm rhythm : List.of(
                new Rhythm.Daily(HALF_PAST_SIX),
                new Rhythm.Workdays(HALF_PAST_SIX),
                new Rhythm.Weekly(DayOfWeek.SUNDAY, HALF_PAST_SIX),
                new Rhythm.Hourly(5),
                new Rhythm.Other("*/5 8-17 * * *"))) {
            assertThat(Rhythm.of(rhythm.cron())).isEqualTo(rhythm);
        }
    }

    @Test
    void writesCrontab() {
        assertThat(new Rhythm.Workdays(HALF_PAST_SIX).cron()).isEqualTo("30 6 * * MON-FRI");
        assertThat(new Rhythm.Weekly(DayOfWeek.TUESDAY, HALF_PAST_SIX).cron()).isEqualTo("30 6 * * TUE");
        assertThat(new Rhythm.Hourly(5).cron()).isEqualTo("5 * * * *");
    }

    @Test
    void knowsDaysByNameAndNumber() {
        assertThat(Rhythm.of("30 06 * * mon")).isEqualTo(new Rhythm.Weekly(DayOfWeek.MONDAY, HALF_PAST_SIX));
        assertThat(Rhythm.of("30 6 * * 0")).isEqualTo(new Rhythm.Weekly(DayOfWeek.SUNDAY, HALF_PAST_SIX));
        assertThat(Rhythm.of("30 6 * * 7")).isEqualTo(new Rhythm.Weekly(DayOfWeek.SUNDAY, HALF_PAST_SIX));
        assertThat(Rhythm.of("30 6  * * 1-5")).isEqualTo(new Rhythm.Workdays(HALF_PAST_SIX));
    }

    @Test
    void leavesWhatItDoesNotKnowAsItIs() {
        for (String cron :
                List.of("99 * * * *", "30 24 * * *", "30 6 * * XYZ", "30 6 1 * *", "0 30 6 * * *", "@daily", "")) {
            assertThat(Rhythm.of(cron)).isEqualTo(new Rhythm.Other(cron));
        }
    }
}
