package dev.winslow.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GhostsTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int ROAD = 90;
    private static final int CAR = 200;
    private static final int MIDDLE = 3 * (90 * WIDTH + 160);

    private final Ghosts ghosts = new Ghosts(WIDTH, HEIGHT, 1, 20);

    @Test
    void seesTheRoadBeneathAVehicleThatStandsForMostOfTheFilm() {
        List<byte[]> samples = samples(20, 14);
        Background median = Background.of(samples);

        Background road = ghosts.lift(median, samples);

        assertThat(median.median()[MIDDLE] & 0xff).isGreaterThan(180);
        assertThat(road.median()[MIDDLE] & 0xff).isBetween(ROAD - 5, ROAD + 5);
    }

    @Test
    void leavesTheRoadAloneWhereAVehiclePassesNowAndThen() {
        List<byte[]> samples = samples(20, 6);

        Background road = ghosts.lift(Background.of(samples), samples);

        assertThat(road.median()[MIDDLE] & 0xff).isBetween(ROAD - 5, ROAD + 5);
    }

    @Test
    void doesNotTakeTheTrafficForNoise() {
        List<byte[]> samples = samples(20, 9);

        Background road = ghosts.lift(Background.of(samples), samples);

        assertThat(road.noise()[MIDDLE] & 0xff).isLessThanOrEqualTo(6);
    }

    /** So many pictures of a road, and in the first of them a car stands in the middle. */
    private static List<byte[]> samples(int count, int withCar) {
        Random random = new Random(1);
        List<byte[]> samples = new ArrayList<>();
        for (int sample = 0; sample < count; sample++) {
            byte[] picture = new byte[3 * WIDTH * HEIGHT];
            for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
                boolean car =
                        sample < withCar && Math.abs(pixel % WIDTH - 160) <= 15 && Math.abs(pixel / WIDTH - 90) <= 6;
                byte value = (byte) ((car ? CAR : ROAD) + Math.round(random.nextGaussian()));
                for (int channel = 0; channel < 3; channel++) {
                    picture[3 * pixel + channel] = value;
                }
            }
            samples.add(picture);
        }
        return samples;
    }
}
