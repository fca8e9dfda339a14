package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_NONE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import dev.winslow.tracker.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Size;

/** Finds what hangs together in a mask. */
final class Blobs {
    /** A box in working pixels and the area that is filled of it. */
    record Blob(Box box, double area) {}

    private final Mat open;
    private final Mat close;
    private final double smallestArea;

    /** The smallest area in square working pixels. */
    Blobs(int width, double smallestArea) {
        int unit = Math.max(1, Math.round(width / 640f));
        this.open = kernel(2 * unit - 1);
        this.close = kernel(2 * unit - 1);
        this.smallestArea = smallestArea;
    }

    private static Mat kernel(int side) {
        try (Size size = new Size(side, side)) {
            return getStructuringElement(MORPH_ELLIPSE, size);
        }
    }

    List<Blob> find(Mat mask) {
        morphologyEx(mask, mask, MORPH_OPEN, open);
        morphologyEx(mask, mask, MORPH_CLOSE, close);
        List<Blob> blobs = new ArrayList<>();
        try (MatVector contours = new MatVector()) {
            findContours(mask, contours, RETR_EXTERNAL, CHAIN_APPROX_NONE);
            for (long i = 0; i < contours.size(); i++) {
                try (Mat contour = contours.get(i)) {
                    double area = contourArea(contour);
                    if (area >= smallestArea) {
                        blobs.add(new Blob(box(contour), area));
                    }
                }
            }
        }
        return blobs;
    }

    private static Box box(Mat contour) {
        try (RotatedRect rect = minAreaRect(contour)) {
            double width = rect.size().width();
            double height = rect.size().height();
            double angle = Math.toRadians(rect.angle());
            return width >= height
                    ? new Box(rect.center().x(), rect.center().y(), width, Math.max(height, 1), angle)
                    : new Box(rect.center().x(), rect.center().y(), height, Math.max(width, 1), angle + Math.PI / 2);
        }
    }
}
