package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.BORDER_TRANSPARENT;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import dev.winslow.tracker.geometry.Homography;
import java.nio.DoubleBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Lays frames over the reference frame, at a working size. */
final class Stabiliser {
    private final double scale;
    private final Size size;

    /** The scale takes pixels of the film to pixels of the working picture; width and height are the film's. */
    Stabiliser(double scale, int width, int height) {
        this.scale = scale;
        this.size = new Size((int) Math.round(width * scale), (int) Math.round(height * scale));
    }

    int pixels() {
        return size.width() * size.height();
    }

    int width() {
        return size.width();
    }

    int height() {
        return size.height();
    }

    /** What the frame does not show stays as it is in {@code onto}. */
    void lay(Mat frame, Homography toFrame, Mat onto) {
        Homography map = Homography.scale(scale).after(toFrame).after(Homography.scale(1 / scale));
        try (Mat matrix = new Mat(3, 3, CV_64F);
                Scalar black = Scalar.all(0)) {
            DoubleBuffer buffer = matrix.createBuffer();
            buffer.put(map.entries());
            warpPerspective(frame, onto, matrix, size, INTER_LINEAR | WARP_INVERSE_MAP, BORDER_TRANSPARENT, black);
        }
    }
}
