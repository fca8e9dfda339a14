package dev.winslow.tracker.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MotionTest {
    @Test
    void learnsASteadyVelocityAndCarriesItOn() {
        Motion motion = new Motion(0, 1, 10);
        for (int frame = 1; frame <= 50; frame++) {
            motion.predict(0.001);
            motion.update(3.0 * frame, 1);
        }

        motion.predict(0.001);

        assertThat(motion.velocity()).isCloseTo(3, within(0.05));
        assertThat(motion.place()).isCloseTo(153, within(0.5));
    }

    @Test
    void smoothingKeepsAStraightLineAndItsEnds() {
        double[] line = {0, 1, 2, 3, 4, 5, 6};

        assertThat(Smoothing.smooth(line, 2)).containsExactly(line, within(1e-9));
        assertThat(Smoothing.slope(line, new double[] {0, .5, 1, 1.5, 2, 2.5, 3}, 2))
                .containsExactly(new double[] {2, 2, 2, 2, 2, 2, 2}, within(1e-9));
    }
}
