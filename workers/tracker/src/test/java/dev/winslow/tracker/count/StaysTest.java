package dev.winslow.tracker.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.tracker.file.TrackPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A region of 100 by 100 pixels; a place a second; vehicles ten pixels long. */
class StaysTest {
    private final Region region = new Region(
            "Stop",
            List.of(new double[] {0, 100}, new double[] {100, 100}, new double[] {100, 200}, new double[] {0, 200}));

    @Test
    void aVehicleThatComesAndGoesIsAnEntryAnExitAndAStay() {
        Stays stays = stays(Way.along(1, 80, 120, 150, 180, 220));

        assertThat(List.of(stays.vehicles(), stays.entries(), stays.exits())).containsExactly(1L, 1L, 1L);
        assertThat(stays.meanSeconds()).hasValue(3);
        assertThat(stays.vehicleSeconds()).isEqualTo(3);
    }

    @Test
    void whoWasThereBeforeAndStaysIsNoEntryAndNoExitButTimeSpent() {
        Stays stays = stays(Way.along(1, 150, 150, 151, 150));

        assertThat(List.of(stays.vehicles(), stays.entries(), stays.exits())).containsExactly(1L, 0L, 0L);
        assertThat(stays.meanSeconds()).isEmpty();
        assertThat(stays.longestSeconds()).isEmpty();
        assertThat(stays.vehicleSeconds()).isEqualTo(3);
    }

    @Test
    void tremblingOnTheOutlineIsOneVisit() {
        Stays stays = stays(Way.along(1, 80, 98, 102, 98, 102, 95, 103, 150, 230));

        assertThat(List.of(stays.vehicles(), stays.entries(), stays.exits())).containsExactly(1L, 1L, 1L);
        assertThat(stays.meanSeconds()).hasValue(6);
    }

    @Test
    void comingBackFromAVehiclesLengthAwayIsAnotherVisit() {
        Stays stays = stays(Way.along(1, 80, 120, 90, 120, 150, 210, 220));

        assertThat(List.of(stays.vehicles(), stays.entries(), stays.exits())).containsExactly(1L, 2L, 2L);
        assertThat(stays.meanSeconds()).hasValue(1.5);
        assertThat(stays.longestSeconds()).hasValue(2);
    }

    @Test
    void aRegionThatNobodyCameToIsTold() {
        Stays stays = stays(Way.of(1, 150, 80, 150, 250));

        assertThat(List.of(stays.vehicles(), stays.entries(), stays.exits())).containsExactly(0L, 0L, 0L);
        assertThat(stays.vehicleSeconds()).isZero();
    }

    @Test
    void theNotchOfAnOutlineIsOutside() {
        Region notched = new Region(
                "L",
                List.of(
                        new double[] {0, 0},
                        new double[] {100, 0},
                        new double[] {100, 40},
                        new double[] {40, 40},
                        new double[] {40, 100},
                        new double[] {0, 100}));

        assertThat(notched.holds(new double[] {20, 80})).isTrue();
        assertThat(notched.holds(new double[] {80, 80})).isFalse();
        assertThat(notched.distance(new double[] {70, 60})).isEqualTo(20);
    }

    private Stays stays(List<TrackPoint> track) {
        return Stays.in(region, List.of(track));
    }
}
