package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Kernels of morphology. */
final class Kernel {
    private Kernel() {}

    static Mat round(int side) {
        try (Size size = new Size(side, side)) {
            return getStructuringElement(MORPH_ELLIPSE, size);
        }
    }
}
