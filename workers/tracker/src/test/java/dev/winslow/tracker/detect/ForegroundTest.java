package dev.winslow.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A grey road of 100 by 100 pixels with a noise of two grey values. */
class ForegroundTest {
    private static final int PIXELS = 10_000;
    private static final int ROAD = 100;

    private final Foreground foreground = new Foreground(new Background(grey(ROAD), grey(2)), 12);

    @Test
    void roadItselfIsNoVehicle() {
        assertThat(mask(grey(ROAD))).containsOnly(0);
    }

    @Test
    void brightPixelStandsOut() {
        byte[] frame = grey(ROAD);
        paint(frame, 500, 160, 160, 160);

        assertThat(mask(frame)[500]).isEqualTo(255);
    }

    @Test
    void jumpOfTheExposureIsNoVehicle() {
        assertThat(mask(grey(150))).containsOnly(0);
    }

    @Test
    void vehicleStandsOutAfterAJumpOfTheExposureToo() {
        byte[] frame = grey(150);
        paint(frame, 500, 40, 40, 200);

        assertThat(mask(frame)[500]).isEqualTo(255);
    }

    @Test
    void softShadowIsNoVehicleButAColourAsDarkIs() {
        byte[] frame = grey(ROAD);
        paint(frame, 500, 76, 76, 76);
        paint(frame, 600, 76, 98, 76);

        assertThat(mask(frame)[500]).isZero();
        assertThat(mask(frame)[600]).isEqualTo(255);
    }

    @Test
    void nothingDiffersFromAPlaceThatIsNotKnown() {
        Foreground blind = new Foreground(new Background(grey(0), grey(Background.UNKNOWN)), 12);
        byte[] mask = new byte[PIXELS];

        blind.mask(grey(255), mask);

        assertThat(mask).containsOnly(0);
    }

    private int[] mask(byte[] frame) {
        byte[] mask = new byte[PIXELS];
        foreground.mask(frame, mask);
        int[] values = new int[PIXELS];
        Arrays.setAll(values, i -> mask[i] & 0xff);
        return values;
    }

    private static byte[] grey(int value) {
        byte[] picture = new byte[3 * PIXELS];
        Arrays.fill(picture, (byte) value);
        return picture;
    }

    private static void paint(byte[] picture, int pixel, int blue, int green, int red) {
        picture[3 * pixel] = (byte) blue;
        picture[3 * pixel + 1] = (byte) green;
        picture[3 * pixel + 2] = (byte) red;
    }
}
