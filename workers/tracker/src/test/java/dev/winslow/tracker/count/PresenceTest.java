package dev.winslow.tracker.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
    @Test
    void isTheShareOfEachIntervalThatVehiclesWereThere() {
        Intervals intervals = Intervals.of(30);

        double[] mean = Presence.mean(List.of(Way.along(1, 0, 1, 2, 3), Way.along(2, 0, 1, 2, 3, 4, 5, 6)), intervals);

        assertThat(intervals.seconds()).isEqualTo(3);
        assertThat(mean).hasSize(10).startsWith(2, 1, 0).endsWith(0);
    }

    @Test
    void aShortLastIntervalIsMeasuredByItsOwnLength() {
        Intervals intervals = Intervals.of(2.5);

        double[] mean = Presence.mean(List.of(Way.along(1, 0, 1, 2)), intervals);

        assertThat(intervals.count()).isEqualTo(3);
        assertThat(mean).containsExactly(1, 1, 0);
        assertThat(intervals.end(2) - intervals.start(2)).isEqualTo(0.5);
    }

    @Test
    void whatComesAfterTheEndBelongsToTheLastInterval() {
        assertThat(Intervals.of(12).index(12)).isEqualTo(11);
        assertThat(Intervals.of(0).count()).isOne();
    }
}
