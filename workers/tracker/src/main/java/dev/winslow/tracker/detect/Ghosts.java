package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_NONE;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Takes vehicles out of the road that stood there for most of the film and so became its median. What differs between a sample and the road has an
 * edge round it: if the edge is in the sample, a vehicle stands there; if it is in the road, the sample shows what lies beneath (the test of Cucchiara
 * et al. 2003 and others for ghosts, on edges instead of motion).
 */
final class Ghosts {
    private static final int ROUNDS = 4;
    private static final int MARGIN = 2;
    private static final int FEWEST_SAMPLES = 2;
    private static final double CLEARLY_MORE = 1.3;
    private static final int WIDE_SHARE = 32;
    private static final double MISPLACED_SHARE = 0.25;
    private static final double LEAST_NOISE = 3;

    private final int width;
    private final int height;
    private final double threshold;
    private final double smallestArea;

    /** Width and height of the samples; the threshold is that of the foreground; smaller areas, in square pixels, do not count. */
    Ghosts(int width, int height, double threshold, double smallestArea) {
        this.width = width;
        this.height = height;
        this.threshold = threshold;
        this.smallestArea = smallestArea;
    }

    /** At most 64 samples, in blue, green and red. */
    Background lift(Background background, List<byte[]> samples) {
        Background road = settle(background);
        long[] beneath = new long[width * height];
        for (int round = 0; round < ROUNDS; round++) {
            try (Mat roadEdges = edges(road.median())) {
                Foreground foreground = new Foreground(road, threshold);
                for (int sample = 0; sample < samples.size(); sample++) {
                    vote(foreground, samples.get(sample), roadEdges, 1L << sample, beneath);
                }
            }
            road = settle(patch(background, samples, beneath));
        }
        return road;
    }

    private void vote(Foreground foreground, byte[] sample, Mat roadEdges, long bit, long[] beneath) {
        byte[] values = new byte[width * height];
        foreground.mask(sample, values);
        try (Mat mask = new Mat(height, width, CV_8UC1);
                Size size = new Size(width, height);
                Size reach = new Size(2 * MARGIN + 1, 2 * MARGIN + 1);
                Mat whole = getStructuringElement(MORPH_RECT, reach);
                Mat speck = Kernel.round(3);
                Mat edges = edges(sample)) {
            mask.data().put(values);
            morphologyEx(mask, mask, MORPH_CLOSE, whole);
            morphologyEx(mask, mask, MORPH_OPEN, speck);
            MatVector outlines = new MatVector();
            findContours(mask, outlines, RETR_EXTERNAL, CHAIN_APPROX_NONE);
            for (Mat outline : outlines.get()) {
                if (contourArea(outline) >= smallestArea
                        && along(outline, roadEdges) > CLEARLY_MORE * along(outline, edges)) {
                    Filled.each(outline, MARGIN, size, (x, y) -> beneath[y * width + x] |= bit);
                }
            }
        }
    }

    private static double along(Mat outline, Mat edges) {
        IntBuffer points = outline.createBuffer();
        double sum = 0;
        for (int i = 0; i < outline.rows(); i++) {
            sum += edges.ptr(points.get(2 * i + 1), points.get(2 * i)).get() & 0xff;
        }
        return sum / outline.rows();
    }

    private Mat edges(byte[] colours) {
        Mat edges = new Mat();
        try (Mat picture = new Mat(height, width, CV_8UC3);
                Mat grey = new Mat();
                Size size = new Size(3, 3);
                Mat kernel = getStructuringElement(MORPH_RECT, size)) {
            picture.data().put(colours);
            cvtColor(picture, grey, COLOR_BGR2GRAY);
            morphologyEx(grey, edges, MORPH_GRADIENT, kernel);
        }
        return edges;
    }

    /**
     * Traffic spreads the values of a pixel, too, but noise does not stand in the shape of a vehicle: it fills wide areas, such as trees, or follows
     * edges, where frames do not lie exactly over each other.
     */
    private Background settle(Background road) {
        int side = width / WIDE_SHARE;
        try (Mat picture = new Mat(height, width, CV_8UC3);
                Mat noise = new Mat(height, width, CV_8UC3);
                Mat edges = new Mat();
                Mat wide = new Mat();
                Mat limit = new Mat();
                Size near = new Size(3, 3);
                Size far = new Size(side, side);
                Mat small = getStructuringElement(MORPH_RECT, near);
                Mat large = getStructuringElement(MORPH_RECT, far)) {
            picture.data().put(road.median());
            noise.data().put(road.noise());
            morphologyEx(picture, edges, MORPH_GRADIENT, small);
            morphologyEx(noise, wide, MORPH_OPEN, large);
            addWeighted(edges, MISPLACED_SHARE, wide, 1, LEAST_NOISE, limit);
            min(noise, limit, noise);
            byte[] settled = new byte[road.noise().length];
            noise.data().get(settled);
            for (int i = 0; i < settled.length; i++) {
                if ((road.noise()[i] & 0xff) == Background.UNKNOWN) {
                    settled[i] = (byte) Background.UNKNOWN;
                }
            }
            return new Background(road.median(), settled);
        }
    }

    private static Background patch(Background road, List<byte[]> samples, long[] beneath) {
        byte[] median = road.median().clone();
        byte[] noise = road.noise().clone();
        for (int pixel = 0; pixel < beneath.length; pixel++) {
            int count = Long.bitCount(beneath[pixel]);
            if (count < FEWEST_SAMPLES) {
                continue;
            }
            for (int at = 3 * pixel; at < 3 * pixel + 3; at++) {
                int[] values = new int[count];
                long left = beneath[pixel];
                for (int k = 0; k < count; k++) {
                    values[k] = samples.get(Long.numberOfTrailingZeros(left))[at] & 0xff;
                    left &= left - 1;
                }
                median[at] = (byte) Background.middle(values);
                noise[at] = (byte) Background.noise(values, median[at] & 0xff);
            }
        }
        return new Background(median, noise);
    }
}
