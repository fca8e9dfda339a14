package dev.winslow.tracker.detect;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Says which pixels of a stabilised frame differ from the empty road by more than noise and light explain. */
final class Foreground {
    private static final int STRIPS = 8;
    private static final int SAMPLES = 4000;
    private static final double NOISE_FACTOR = 1.5;
    private static final int GAIN_BITS = 8;
    private static final double SHADOW_DARKEST = 0.55;
    private static final double SHADOW_SPREAD = 0.08;

    private final Background background;
    private final byte[] limits;

    /** The threshold is in grey values of 255, above the noise of a pixel. */
    Foreground(Background background, double threshold) {
        this.background = background;
        this.limits = new byte[background.noise().length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = (byte) Math.min(
                    255, Math.round(threshold + NOISE_FACTOR * (background.noise()[i] & 0xff)));
        }
    }

    /** The empty road, blue, green and red of every pixel. */
    byte[] road() {
        return background.median();
    }

    /** Blue, green and red of every pixel in; 255 where something stands and 0 elsewhere out. */
    void mask(byte[] frame, byte[] mask) {
        int gain = (int) Math.round(gain(frame) * (1 << GAIN_BITS));
        IntStream.range(0, STRIPS).parallel().forEach(strip -> {
            int from = (int) ((long) mask.length * strip / STRIPS);
            int to = (int) ((long) mask.length * (strip + 1) / STRIPS);
            for (int pixel = from; pixel < to; pixel++) {
                mask[pixel] = differs(frame, 3 * pixel, gain) ? (byte) 255 : 0;
            }
        });
    }

    private boolean differs(byte[] frame, int at, int gain) {
        boolean differs = false;
        boolean strong = false;
        boolean darker = true;
        for (int channel = at; channel < at + 3; channel++) {
            int value = frame[channel] & 0xff;
            int road = ((background.median()[channel] & 0xff) * gain) >> GAIN_BITS;
            int difference = Math.abs(value - road);
            int limit = limits[channel] & 0xff;
            differs |= difference > limit;
            strong |= difference > 2 * limit;
            darker &= value < road;
        }
        return differs && (strong || !darker || !isShadow(frame, at, gain));
    }

    /** A shadow darkens all colours alike and leaves the road to be seen. */
    private boolean isShadow(byte[] frame, int at, int gain) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int channel = at; channel < at + 3; channel++) {
            double road = ((background.median()[channel] & 0xff) * gain) >> GAIN_BITS;
            double ratio = ((frame[channel] & 0xff) + 1) / (road + 1);
            least = Math.min(least, ratio);
            most = Math.max(most, ratio);
        }
        return least > SHADOW_DARKEST && most - least < SHADOW_SPREAD;
    }

    /** How much brighter the whole frame is than the road's median, so that a jump of the exposure is no vehicle. */
    private double gain(byte[] frame) {
        double[] ratios = new double[SAMPLES];
        int count = 0;
        int step = Math.max(1, frame.length / SAMPLES);
        for (int i = 0; i < frame.length && count < SAMPLES; i += step) {
            int road = background.median()[i] & 0xff;
            int value = frame[i] & 0xff;
            if (road > 20 && road < 240 && value > 0 && value < 250) {
                ratios[count++] = value / (double) road;
            }
        }
        if (count < SAMPLES / 20) {
            return 1;
        }
        Arrays.sort(ratios, 0, count);
        return Math.clamp(ratios[count / 2], 0.5, 2.0);
    }
}
