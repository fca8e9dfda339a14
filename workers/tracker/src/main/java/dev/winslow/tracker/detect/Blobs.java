package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_NONE;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.drawContours;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import dev.winslow.tracker.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Finds vehicles in a mask: what hangs together, taken apart where it is too large for one. */
final class Blobs {
    private static final double WIDE = 1.5;
    private static final double LONG = 1.4;
    private static final double FULL = 0.7;
    private static final int DEEPEST = 6;

    /** A box in working pixels and the area that is filled of it. */
    record Blob(Box box, double area) {
        double fill() {
            return area / (box.length() * box.width());
        }
    }

    private final VehicleSize size;
    private final Splitter splitter;
    private final Fragments fragments;
    private final double smallestArea;
    private final Mat opening;
    private final Mat closing;

    /** The smallest area in square working pixels. */
    Blobs(VehicleSize size, double smallestArea) {
        this.size = size;
        this.splitter = new Splitter(size);
        this.fragments = new Fragments(size);
        this.smallestArea = smallestArea;
        this.opening = Kernel.round(size.opening());
        this.closing = Kernel.round(size.closing());
    }

    /** The mask is 255 where something stands; it is changed. */
    List<Blob> find(Mat mask) {
        morphologyEx(mask, mask, MORPH_OPEN, opening);
        morphologyEx(mask, mask, MORPH_CLOSE, closing);
        List<Blob> blobs = new ArrayList<>();
        try (PointerScope _ = new PointerScope()) {
            collect(mask, new Point(0, 0), 0, blobs);
        }
        return fragments.join(blobs);
    }

    private void collect(Mat mask, Point offset, int depth, List<Blob> blobs) {
        MatVector contours = new MatVector();
        findContours(mask, contours, RETR_EXTERNAL, CHAIN_APPROX_NONE);
        for (int i = 0; i < contours.size(); i++) {
            Mat contour = contours.get(i);
            double area = contourArea(contour);
            if (area < smallestArea) {
                continue;
            }
            Blob blob = new Blob(box(contour).shifted(offset.x(), offset.y()), area);
            List<Mat> parts = depth < DEEPEST && mayBeSeveral(blob) ? split(mask, contours, i) : List.of();
            if (parts.isEmpty()) {
                blobs.add(blob);
            }
            Rect bounds = boundingRect(contour);
            for (Mat part : parts) {
                collect(part, new Point(offset.x() + bounds.x() - 1, offset.y() + bounds.y() - 1), depth + 1, blobs);
            }
        }
    }

    private boolean mayBeSeveral(Blob blob) {
        return blob.box().width() > WIDE * size.width()
                || (blob.box().length() > LONG * size.length() && blob.fill() < FULL);
    }

    private List<Mat> split(Mat mask, MatVector contours, int index) {
        Rect bounds = boundingRect(contours.get(index));
        Mat blob = new Mat(bounds.height() + 2, bounds.width() + 2, CV_8UC1, Scalar.all(0));
        Point toBlob = new Point(1 - bounds.x(), 1 - bounds.y());
        drawContours(blob, contours, index, Scalar.all(255), FILLED, 8, new Mat(), 0, toBlob);
        Mat holes = new Mat();
        copyMakeBorder(new Mat(mask, bounds), holes, 1, 1, 1, 1, BORDER_CONSTANT, Scalar.all(0));
        bitwise_and(blob, holes, blob);
        return splitter.split(blob);
    }

    /** The smallest box round points, its longer side along its heading. */
    static Box box(Mat points) {
        try (RotatedRect rect = minAreaRect(points)) {
            double width = rect.size().width();
            double height = rect.size().height();
            double angle = Math.toRadians(rect.angle()) + (width >= height ? 0 : Math.PI / 2);
            return new Box(
                    rect.center().x(),
                    rect.center().y(),
                    Math.max(Math.max(width, height), 1),
                    Math.max(Math.min(width, height), 1),
                    angle);
        }
    }
}
