package dev.winslow.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeEstimateTest {
    @Test
    void takesTheSizeOfCarsThoughABusIsThere() {
        Drawing road = new Drawing(1920, 1080).box(300, 800, 70, 16);
        for (int car = 0; car < 20; car++) {
            road.box(80 * car + 20, 100 + 40 * (car % 5), 28, 12);
        }

        VehicleSize size = SizeEstimate.of(List.of(road.mask()));

        assertThat(size.width()).isCloseTo(12, within(2.0));
        assertThat(size.length()).isCloseTo(28, within(4.0));
    }

    @Test
    void takesALargeVehicleForOneThoughItsWindowsDoNotShow() {
        Drawing road = new Drawing(768, 432)
                .box(280, 50, 145, 245)
                .hole(275, 120, 155, 12)
                .hole(275, 200, 155, 10);

        VehicleSize size = SizeEstimate.of(List.of(road.mask()));

        assertThat(size.width()).isCloseTo(145, within(10.0));
        assertThat(size.length()).isCloseTo(245, within(12.0));
    }

    @Test
    void queueInNeighbouringLanesIsNoVehicle() {
        Drawing road = new Drawing(1280, 720);
        for (int lane = 0; lane < 3; lane++) {
            for (int car = 0; car < 12; car++) {
                road.box(60 * car + 40, 200 + 20 * lane, 28, 12);
            }
        }

        VehicleSize size = SizeEstimate.of(List.of(road.mask()));

        assertThat(size.width()).isCloseTo(12, within(2.0));
        assertThat(size.length()).isCloseTo(28, within(3.0));
    }

    @Test
    void assumesACarWhereNothingMoves() {
        VehicleSize size = SizeEstimate.of(List.of(new Drawing(640, 360).mask()));

        assertThat(size.length()).isGreaterThan(size.width());
    }
}
