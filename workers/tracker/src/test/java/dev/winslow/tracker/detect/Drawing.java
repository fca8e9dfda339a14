package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A mask that a test draws. */
final class Drawing {
    private final Mat mask;

    Drawing(int width, int height) {
        mask = new Mat(height, width, CV_8UC1, Scalar.all(0));
    }

    /** A filled rectangle by its left upper corner and its size. */
    Drawing box(int left, int top, int width, int height) {
        return fill(left, top, width, height, 255);
    }

    Drawing hole(int left, int top, int width, int height) {
        return fill(left, top, width, height, 0);
    }

    private Drawing fill(int left, int top, int width, int height, int value) {
        try (Rect rect = new Rect(left, top, width, height);
                Scalar colour = Scalar.all(value)) {
            rectangle(mask, rect, colour, FILLED, 8, 0);
        }
        return this;
    }

    Mat mask() {
        return mask;
    }
}
