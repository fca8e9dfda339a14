package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.drawContours;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** The pixels within an outline and around it. */
final class Filled {
    /** Takes a pixel. */
    interface Pixel {
        void at(int x, int y);
    }

    private Filled() {}

    /** Also so many pixels outside, as far as the picture of that size reaches. */
    static void each(Mat outline, int margin, Size picture, Pixel seen) {
        try (Rect tight = boundingRect(outline);
                Rect bounds = widened(tight, margin, picture);
                Mat inside = new Mat(bounds.height(), bounds.width(), CV_8UC1, Scalar.all(0));
                MatVector outlines = new MatVector(outline);
                Point offset = new Point(-bounds.x(), -bounds.y());
                Mat hierarchy = new Mat()) {
            drawContours(inside, outlines, 0, Scalar.all(255), FILLED, LINE_8, hierarchy, Integer.MAX_VALUE, offset);
            drawContours(
                    inside, outlines, 0, Scalar.all(255), 2 * margin + 1, LINE_8, hierarchy, Integer.MAX_VALUE, offset);
            UByteIndexer values = inside.createIndexer();
            for (int y = 0; y < bounds.height(); y++) {
                for (int x = 0; x < bounds.width(); x++) {
                    if (values.get(y, x) != 0) {
                        seen.at(x + bounds.x(), y + bounds.y());
                    }
                }
            }
        }
    }

    private static Rect widened(Rect tight, int margin, Size picture) {
        int left = Math.max(0, tight.x() - margin);
        int top = Math.max(0, tight.y() - margin);
        int right = Math.min(picture.width(), tight.x() + tight.width() + margin);
        int bottom = Math.min(picture.height(), tight.y() + tight.height() + margin);
        return new Rect(left, top, right - left, bottom - top);
    }
}
