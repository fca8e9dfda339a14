package dev.winslow.tracker.detect;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Says which pixels of a stabilised frame differ from the empty road by more than noise and light explain. */
final class Foreground {
    private static final int STRIPS = 8;
    private static final int SAMPLES = 4000;
    private static final double NOISE_FACTOR = 1.5;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final int GAIN_BITS = 8;
    private static final double SHADOW_DARKEST = 0.55;
    private static final double SHADOW_SPREAD = 0.08;

    private final Background background;
    private final double threshold;
    private final byte[] limits;

    /** The threshold is in grey values of 255, above the noise of a pixel. */
    Foreground(Background background, double threshold) {
        this.background = background;
        this.threshold = threshold;
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
        int unrest = (int) Math.round(threshold + NOISE_FACTOR * unrest(frame, gain));
        IntStream.range(0, STRIPS).parallel().forEach(strip -> {
            int from = (int) ((long) mask.length * strip / STRIPS);
            int to = (int) ((long) mask.length * (strip + 1) / STRIPS);
            for (int pixel = from; pixel < to; pixel++) {
                mask[pixel] = differs(frame, 3 * pixel, gain, unrest) ? (byte) 255 : 0;
            }
        });
    }

    private boolean differs(byte[] frame, int at, int gain, int unrest) {
        boolean differs = false;
        boolean strong = false;
        boolean darker = true;
        for (int channel = at; channel < at + 3; channel++) {
            int value = frame[channel] & 0xff;
            int road = ((background.median()[channel] & 0xff) * gain) >> GAIN_BITS;
            int difference = Math.abs(value - road);
            int limit = Math.max(unrest, limits[channel] & 0xff);
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
        double[] ratios = typical(frame, (value, road) -> value / road);
        return ratios.length < SAMPLES / 20 ? 1 : Math.clamp(ratios[ratios.length / 2], 0.3, 3.0);
    }

    /** The noise that the frame as a whole has on top: while the exposure changes, or where the film is badly compressed. */
    private double unrest(byte[] frame, int gain) {
        double[] differences = typical(frame, (value, road) -> Math.abs(value - road * gain / (1 << GAIN_BITS)));
        return differences.length < SAMPLES / 20 ? 0 : MAD_TO_SIGMA * differences[differences.length / 2];
    }

    /** Sorted, over pixels spread over the picture that are neither black nor white. */
    private double[] typical(byte[] frame, DoubleBinaryOperator measure) {
        int step = Math.max(1, frame.length / SAMPLES);
        return IntStream.range(0, Math.min(SAMPLES, frame.length / step))
                .map(i -> i * step)
                .filter(i -> within(background.median()[i] & 0xff, 20, 240) && within(frame[i] & 0xff, 1, 250))
                .mapToDouble(
                        i -> measure.applyAsDouble(frame[i] & 0xff, background.median()[i] & 0xff))
                .sorted()
                .toArray();
    }

    private static boolean within(int value, int from, int to) {
        return value >= from && value <= to;
    }
}
