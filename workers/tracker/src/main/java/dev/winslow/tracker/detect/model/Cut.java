package dev.winslow.tracker.detect.model;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A part of a frame as a model takes it: scaled to fit, the rest grey. */
record Cut(int left, int top, int width, int height) {
    private static final double OVERLAP = 0.2;
    private static final double GREY = 114;

    /** The whole frame. */
    static List<Cut> whole(int width, int height) {
        return List.of(new Cut(0, 0, width, height));
    }

    /** Tiles of that size that cover the frame and overlap by a fifth, so that what one cuts the next shows. */
    static List<Cut> tiles(int width, int height, int tileWidth, int tileHeight) {
        List<Cut> tiles = new ArrayList<>();
        for (int top : starts(height, tileHeight)) {
            for (int left : starts(width, tileWidth)) {
                tiles.add(new Cut(left, top, Math.min(tileWidth, width), Math.min(tileHeight, height)));
            }
        }
        return tiles;
    }

    private static int[] starts(int length, int tile) {
        int count = length <= tile ? 1 : (int) Math.ceil((length - tile) / (tile * (1 - OVERLAP))) + 1;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? 0 : (int) Math.round((length - tile) * i / (count - 1.0));
        }
        return starts;
    }

    double scale(int modelWidth, int modelHeight) {
        return Math.min(modelWidth / (double) width, modelHeight / (double) height);
    }

    /** Fills planes of red, green and blue from 0 to 1, of the model's size, from a frame in blue, green, red. */
    void fill(Mat frame, int modelWidth, int modelHeight, FloatBuffer planes) {
        double scale = scale(modelWidth, modelHeight);
        try (Rect bounds = new Rect(left, top, width, height);
                Mat part = new Mat(frame, bounds);
                Mat input = new Mat(modelHeight, modelWidth, CV_8UC3, Scalar.all(GREY));
                Rect place = new Rect(0, 0, (int) Math.round(width * scale), (int) Math.round(height * scale));
                Mat target = new Mat(input, place);
                Size size = place.size()) {
            resize(part, target, size);
            ByteBuffer pixels = input.createBuffer();
            int count = modelWidth * modelHeight;
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    planes.put(channel * count + i, (pixels.get(3 * i + 2 - channel) & 0xff) / 255f);
                }
            }
        }
    }

    /** As the frame has it. */
    Found inFrame(Found found, int modelWidth, int modelHeight) {
        double scale = scale(modelWidth, modelHeight);
        return found.inPicture(-left * scale, -top * scale, scale);
    }
}
