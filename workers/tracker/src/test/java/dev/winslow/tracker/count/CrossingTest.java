package dev.winslow.tracker.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line from (0, 100) to (100, 100): downwards is to its right. Vehicles are ten pixels long. */
class CrossingTest {
    private final Gate gate = new Gate("Main Street", new double[] {0, 100}, new double[] {100, 100});

    @Test
    void countsAVehicleOnceInItsDirectionWhenItsCentreIsOverTheLine() {
        var crossings = Crossing.of(gate, Way.along(7, 60, 80, 96, 112, 130));

        assertThat(crossings)
                .extracting(Crossing::trackId, Crossing::toRight, Crossing::vehicleClass, Crossing::timeSeconds)
                .containsExactly(tuple(7, true, "car", 2.25));
    }

    @Test
    void countsTheWayBackTooWhenTheVehicleWasItsLengthAway() {
        var crossings = Crossing.of(gate, Way.along(1, 80, 95, 105, 110, 105, 95, 80));

        assertThat(crossings).extracting(Crossing::toRight).containsExactly(true, false);
    }

    @Test
    void countsAVehicleOnceThatTremblesOnTheLineAndGoesOn() {
        var crossings = Crossing.of(gate, Way.along(1, 80, 98, 101, 99, 102, 98, 101, 120));

        assertThat(crossings)
                .extracting(Crossing::toRight, Crossing::timeSeconds)
                .containsExactly(tuple(true, 5 + 2 / 3.0));
    }

    @Test
    void countsNoVehicleThatTurnsBackOnTheLine() {
        assertThat(Crossing.of(gate, Way.along(1, 80, 98, 103, 98, 80))).isEmpty();
    }

    @Test
    void countsAVehicleThatIsLastSeenJustBehindTheLine() {
        assertThat(Crossing.of(gate, Way.along(1, 90, 101))).hasSize(1);
        assertThat(Crossing.of(gate, Way.along(1, 90, 101, 99))).isEmpty();
    }

    @Test
    void aPlaceRightOnTheLineIsCountedOnce() {
        assertThat(Crossing.of(gate, Way.along(1, 80, 100, 120))).hasSize(1);
        assertThat(Crossing.of(gate, Way.along(1, 120, 100, 80))).hasSize(1);
        assertThat(Crossing.of(gate, Way.along(1, 80, 100, 80))).isEmpty();
    }

    @Test
    void countsNobodyWhoPassesBesideTheLinesEnds() {
        assertThat(Crossing.of(gate, Way.of(1, 101, 80, 101, 120))).isEmpty();
        assertThat(Crossing.of(gate, Way.of(1, -1, 120, -1, 80))).isEmpty();
    }

    @Test
    void goingRoundTheEndAndOverTheLineAgainIsTwiceTheSameDirection() {
        var crossings = Crossing.of(gate, Way.of(1, 50, 80, 50, 130, 150, 130, 150, 80, 50, 80, 50, 130));

        assertThat(crossings).extracting(Crossing::toRight).containsExactly(true, true);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 90, -90", "0, 100, 180, 0", "-100, 0, -90, 90", "0, -100, 0, 180"})
    void tellsWhereRightAndLeftLieInThePicture(double x, double y, double right, double left) {
        Gate line = new Gate("line", new double[] {0, 0}, new double[] {x, y});

        assertThat(line.heading(true)).isEqualTo(right);
        assertThat(line.heading(false)).isEqualTo(left);
    }
}
