package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Takes a blob apart that covers several vehicles: it is eroded until two parts of a vehicle's worth come apart, and these are grown back. Blobs of
 * one vehicle do not come apart, because what is thinner than half a vehicle's width is no part of its own.
 */
final class Splitter {
    private static final double STEP = 0.5;
    private static final double THICKEST_BRIDGE_WIDTHS = 0.5;
    private static final double CORE_SHARE = 0.12;
    private static final double LEAST_CORE_SHARE = 0.2;

    private final VehicleSize size;

    Splitter(VehicleSize size) {
        this.size = size;
    }

    /** The parts, as masks as large as the blob's; empty if it does not come apart. The blob is 255 where it is and has an empty border. */
    List<Mat> split(Mat blob) {
        Mat distance = new Mat();
        distanceTransform(blob, distance, DIST_L2, 3);
        for (double radius = 1; radius < THICKEST_BRIDGE_WIDTHS * size.width(); radius += STEP) {
            List<Mat> cores = cores(distance, radius);
            if (cores.size() > 1) {
                int side = 2 * (int) Math.ceil(radius) + 1;
                cores.forEach(core -> {
                    dilate(core, core, Kernel.round(side));
                    bitwise_and(core, blob, core);
                });
                return cores;
            }
        }
        return List.of();
    }

    private List<Mat> cores(Mat distance, double radius) {
        Mat deep = new Mat();
        threshold(distance, deep, radius, 255, THRESH_BINARY);
        deep.convertTo(deep, CV_8UC1);
        Mat labels = new Mat();
        Mat stats = new Mat();
        int count = connectedComponentsWithStats(deep, labels, stats, new Mat(), 8, CV_32S);
        double least = CORE_SHARE * size.area() * Math.max(LEAST_CORE_SHARE, 1 - 2 * radius / size.width());
        List<Mat> cores = new ArrayList<>();
        try (IntIndexer rows = stats.createIndexer()) {
            for (int label = 1; label < count; label++) {
                if (rows.get(label, CC_STAT_AREA) >= least) {
                    cores.add(equal(labels, label));
                }
            }
        }
        return cores;
    }

    private static Mat equal(Mat labels, int label) {
        Mat mask = new Mat();
        org.bytedeco.opencv.global.opencv_core.inRange(
                labels, new Mat(1, 1, CV_32S, Scalar.all(label)), new Mat(1, 1, CV_32S, Scalar.all(label)), mask);
        return mask;
    }
}
