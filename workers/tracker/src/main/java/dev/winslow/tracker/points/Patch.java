package dev.winslow.tracker.points;

import static org.bytedeco.opencv.global.opencv_core.meanStdDev;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** A square cut out of a grey picture round a point; near the border it is moved inside. */
record Patch(Mat picture, int left, int top) implements AutoCloseable {
    private static final double FLAT = 0.5;
    private static final double MOST_GAIN = 8;

    static Patch cut(Mat whole, double x, double y, int radius) {
        int width = Math.min(2 * radius, whole.cols());
        int height = Math.min(2 * radius, whole.rows());
        int left = Math.clamp(Math.round(x) - radius, 0, whole.cols() - width);
        int top = Math.clamp(Math.round(y) - radius, 0, whole.rows() - height);
        try (Rect part = new Rect(left, top, width, height);
                Mat seen = new Mat(whole, part)) {
            return new Patch(seen.clone(), left, top);
        }
    }

    /** Gives the picture the brightness and contrast of another, so that a jump of the exposure does not matter. */
    void expose(Patch like) {
        double[] there = statistics(like.picture);
        double[] here = statistics(picture);
        double gain = here[1] < FLAT ? 1 : Math.min(MOST_GAIN, there[1] / here[1]);
        picture.convertTo(picture, -1, gain, there[0] - gain * here[0]);
    }

    private static double[] statistics(Mat picture) {
        try (Mat mean = new Mat();
                Mat deviation = new Mat()) {
            meanStdDev(picture, mean, deviation);
            DoubleBuffer means = mean.createBuffer();
            DoubleBuffer deviations = deviation.createBuffer();
            return new double[] {means.get(0), deviations.get(0)};
        }
    }

    @Override
    public void close() {
        picture.close();
    }
}
