package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.geometry.Box;
import dev.winslow.tracker.geometry.Homography;
import dev.winslow.tracker.video.VideoReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Finds vehicles as what differs from the empty road, in frames that are laid over the reference frame. Needs no model. */
final class MotionDetection implements FilmDetection {
    private static final int WORKING_WIDTH = 1920;
    private static final int SAMPLES = 31;
    private static final int SIZING_SAMPLES = 8;
    private static final double SMALLEST_GHOST = 40;

    private final Path video;
    private final double threshold;
    private final double smallestArea;
    private final PrintWriter out;

    /** The threshold in grey values of 255, the smallest area in square pixels of the film. */
    MotionDetection(Path video, double threshold, double smallestArea, PrintWriter out) {
        this.video = video;
        this.threshold = threshold;
        this.smallestArea = smallestArea;
        this.out = out;
    }

    @Override
    public List<Detection> detect(VideoInfo info, List<CameraFrame> camera) {
        double scale = Math.min(1, WORKING_WIDTH / (double) info.width());
        Stabiliser stabiliser = new Stabiliser(scale, info.width(), info.height());
        List<byte[]> samples = samples(camera, stabiliser, scale);
        Foreground foreground = new Foreground(road(samples, stabiliser), threshold);
        VehicleSize size = vehicleSize(samples, foreground, stabiliser);
        out.printf("vehicles are about %.0f x %.0f pixels%n", size.length() / scale, size.width() / scale);
        samples.clear();
        return detect(camera, stabiliser, foreground, size, scale);
    }

    private List<byte[]> samples(List<CameraFrame> camera, Stabiliser stabiliser, double scale) {
        List<Integer> placed = camera.stream()
                .filter(CameraFrame::placed)
                .map(CameraFrame::frame)
                .toList();
        int count = Math.min(SAMPLES, placed.size());
        List<byte[]> samples = new ArrayList<>(count);
        ProgressPrinter progress = new ProgressPrinter("background", camera.size(), out);
        try (VideoReader reader = VideoReader.colour(video, scale)) {
            for (Optional<Mat> frame = reader.next();
                    frame.isPresent() && samples.size() < count && reader.index() < camera.size();
                    frame = reader.next()) {
                int wanted = placed.get((int) ((long) samples.size() * (placed.size() - 1) / Math.max(1, count - 1)));
                if (reader.index() == wanted) {
                    try (Mat laid = new Mat(stabiliser.height(), stabiliser.width(), CV_8UC3, Scalar.all(0))) {
                        stabiliser.lay(frame.get(), camera.get(reader.index()).toFrame(), laid);
                        samples.add(bytes(laid, new byte[3 * stabiliser.pixels()]));
                    }
                }
                progress.at(reader.index());
            }
        }
        progress.end();
        return samples;
    }

    private Background road(List<byte[]> samples, Stabiliser stabiliser) {
        return new Ghosts(stabiliser.width(), stabiliser.height(), threshold, SMALLEST_GHOST)
                .lift(Background.of(samples), samples);
    }

    private static VehicleSize vehicleSize(List<byte[]> samples, Foreground foreground, Stabiliser stabiliser) {
        List<Mat> masks = new ArrayList<>();
        byte[] values = new byte[stabiliser.pixels()];
        int step = Math.max(1, samples.size() / SIZING_SAMPLES);
        for (int i = 0; i < samples.size(); i += step) {
            foreground.mask(withRoadWhereBlack(samples.get(i), foreground.road()), values);
            Mat mask = new Mat(stabiliser.height(), stabiliser.width(), CV_8UC1);
            mask.data().put(values);
            masks.add(mask);
        }
        try {
            return SizeEstimate.of(masks);
        } finally {
            masks.forEach(Mat::close);
        }
    }

    /** Where a sample shows nothing it is black, and would differ from the road. */
    private static byte[] withRoadWhereBlack(byte[] sample, byte[] road) {
        for (int i = 0; i < sample.length; i += 3) {
            if (sample[i] == 0 && sample[i + 1] == 0 && sample[i + 2] == 0) {
                System.arraycopy(road, i, sample, i, 3);
            }
        }
        return sample;
    }

    private List<Detection> detect(
            List<CameraFrame> camera, Stabiliser stabiliser, Foreground foreground, VehicleSize size, double scale) {
        List<Detection> detections = new ArrayList<>();
        Blobs blobs = new Blobs(size, Math.max(size.smallestArea(), smallestArea * scale * scale));
        byte[] values = new byte[3 * stabiliser.pixels()];
        byte[] maskValues = new byte[stabiliser.pixels()];
        ProgressPrinter progress = new ProgressPrinter("frames", camera.size(), out);
        try (VideoReader reader = VideoReader.colour(video, scale);
                Mat laid = new Mat(stabiliser.height(), stabiliser.width(), CV_8UC3);
                Mat mask = new Mat(stabiliser.height(), stabiliser.width(), CV_8UC1)) {
            for (Optional<Mat> frame = reader.next();
                    frame.isPresent() && reader.index() < camera.size();
                    frame = reader.next()) {
                CameraFrame placed = camera.get(reader.index());
                if (placed.placed()) {
                    // Where the frame shows nothing the road itself stands, which differs from nothing.
                    laid.data().put(foreground.road());
                    stabiliser.lay(frame.get(), placed.toFrame(), laid);
                    foreground.mask(bytes(laid, values), maskValues);
                    mask.data().put(maskValues);
                    blobs.find(mask).forEach(blob -> detections.add(detection(placed, blob, scale)));
                }
                progress.at(reader.index());
            }
        }
        progress.end();
        return detections;
    }

    private static Detection detection(CameraFrame frame, Blobs.Blob blob, double scale) {
        Box box = blob.box().map(Homography.scale(1 / scale));
        return new Detection(frame.frame(), frame.timeSeconds(), box, "vehicle", Math.clamp(blob.fill(), 0.05, 1));
    }

    private static byte[] bytes(Mat mat, byte[] into) {
        mat.data().get(into);
        return into;
    }
}
