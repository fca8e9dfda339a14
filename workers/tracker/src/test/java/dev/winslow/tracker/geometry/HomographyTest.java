package dev.winslow.tracker.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HomographyTest {
    private static final Homography MAP = new Homography(new double[] {1.1, 0.2, 30, -0.1, 0.9, 12, 1e-5, 2e-5, 1});

    @Test
    void comesBackByItsInverse() {
        double[] there = MAP.apply(400, 300);

        assertThat(MAP.inverse().apply(there[0], there[1])).containsExactly(new double[] {400, 300}, within(1e-6));
    }

    @Test
    void composesFromRightToLeft() {
        double[] direct = Homography.scale(2).apply(MAP.apply(10, 20)[0], MAP.apply(10, 20)[1]);

        assertThat(Homography.scale(2).after(MAP).apply(10, 20)).containsExactly(direct, within(1e-9));
    }

    @Test
    void boxesOverlapByTheShareTheyHaveInCommon() {
        assertThat(Box.overlap(new double[] {0, 0, 10, 10}, new double[] {5, 0, 10, 10}))
                .isCloseTo(1 / 3.0, within(1e-9));
        assertThat(Box.overlap(new double[] {0, 0, 10, 10}, new double[] {20, 0, 10, 10}))
                .isZero();
    }

    @Test
    void aTurnedBoxKeepsItsSizeInAScaledPicture() {
        Box mapped = new Box(10, 10, 4, 2, 0.5).map(Homography.scale(3));

        assertThat(mapped.length()).isCloseTo(12, within(1e-6));
        assertThat(mapped.heading()).isCloseTo(0.5, within(1e-9));
    }
}
