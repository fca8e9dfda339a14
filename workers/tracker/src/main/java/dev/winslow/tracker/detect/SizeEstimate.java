package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_NONE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.RotatedRect;

/**
 * Estimates how large vehicles are from masks of a few frames. Which parts belong together depends on the size, and the size on which parts belong
 * together: the estimate begins with closing gaps of a fiftieth of the picture, takes the size that results (the median over the area that moves,
 * not over blobs, so that specks do not count), closes only what fits that size, and so on until nothing shrinks.
 */
final class SizeEstimate {
    private static final double FIRST_CLOSING = 0.02;
    private static final double CAR_LENGTH_BY_WIDTH = 2.5;
    private static final int SPECK = 3;
    private static final double SMALLEST_AREA = 20;
    private static final VehicleSize UNKNOWN = new VehicleSize(29, 12);

    private record Extent(double area, double length, double width) {}

    private SizeEstimate() {}

    /** Masks of equal size, 255 where something stands; the size in their pixels. Without anything in them a car in 1080p from 100 m is assumed. */
    static VehicleSize of(List<Mat> masks) {
        int closing = (int) (masks.getFirst().cols() * FIRST_CLOSING) | 1;
        while (true) {
            List<Extent> extents = new ArrayList<>();
            for (Mat mask : masks) {
                measure(mask, closing, extents);
            }
            if (extents.isEmpty()) {
                return UNKNOWN;
            }
            double width = median(extents, Extent::width);
            // Long blobs are buses and queues: most vehicles are cars.
            double length = Math.min(median(extents, Extent::length), CAR_LENGTH_BY_WIDTH * width);
            VehicleSize size = new VehicleSize(length, width);
            if (size.closing() >= closing) {
                return size;
            }
            closing = size.closing();
        }
    }

    private static void measure(Mat mask, int closing, List<Extent> extents) {
        try (PointerScope _ = new PointerScope()) {
            Mat closed = new Mat();
            morphologyEx(mask, closed, MORPH_OPEN, Kernel.round(SPECK));
            morphologyEx(closed, closed, MORPH_CLOSE, Kernel.round(closing));
            MatVector contours = new MatVector();
            findContours(closed, contours, RETR_EXTERNAL, CHAIN_APPROX_NONE);
            for (long i = 0; i < contours.size(); i++) {
                double area = contourArea(contours.get(i));
                if (area >= SMALLEST_AREA) {
                    RotatedRect rect = minAreaRect(contours.get(i));
                    double a = rect.size().width();
                    double b = rect.size().height();
                    extents.add(new Extent(area, Math.max(a, b), Math.max(1, Math.min(a, b))));
                }
            }
        }
    }

    private static double median(List<Extent> extents, ToDoubleFunction<Extent> measure) {
        List<Extent> sorted =
                extents.stream().sorted(Comparator.comparingDouble(measure)).toList();
        double half = sorted.stream().mapToDouble(Extent::area).sum() / 2;
        double sum = 0;
        for (Extent extent : sorted) {
            sum += extent.area();
            if (sum >= half) {
                return measure.applyAsDouble(extent);
            }
        }
        return measure.applyAsDouble(sorted.getLast());
    }
}
