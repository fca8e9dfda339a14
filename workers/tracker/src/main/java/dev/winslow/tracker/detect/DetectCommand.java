package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.geometry.Box;
import dev.winslow.tracker.geometry.Homography;
import dev.winslow.tracker.video.VideoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds vehicles as what differs from the empty road, in frames that are laid over the reference frame. Needs no model. */
@Command(name = "detect", description = "Finds vehicles in every frame.")
public final class DetectCommand implements Runnable {
    private static final int WORKING_WIDTH = 1920;
    private static final int SAMPLES = 31;
    private static final int SIZING_SAMPLES = 8;
    private static final double SMALLEST_GHOST = 40;

    @Option(names = "--video", required = true)
    private Path video = Path.of("");

    @Option(
            names = "--threshold",
            defaultValue = "${env:DETECTION_THRESHOLD:-12}",
            description =
                    "By how many grey values of 255 a vehicle differs from the road; lower finds more (default: 12).")
    private double threshold = 12;

    @Option(
            names = "--min-area",
            defaultValue = "${env:MIN_VEHICLE_AREA:-0}",
            description = "The smallest vehicle in square pixels (default: 0; a seventh of most vehicles at least).")
    private double smallestArea = 0;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        double scale = Math.min(1, WORKING_WIDTH / (double) info.width());
        Stabiliser stabiliser = new Stabiliser(scale, info.width(), info.height());
        List<byte[]> samples = samples(camera, stabiliser, scale);
        Foreground foreground = new Foreground(road(samples, stabiliser), threshold);
        VehicleSize size = vehicleSize(samples, foreground, stabiliser);
        spec.commandLine()
                .getOut()
                .printf("vehicles are about %.0f x %.0f pixels%n", size.length() / scale, size.width() / scale);
        samples.clear();
        List<Detection> detections = detect(camera, stabiliser, foreground, size, scale);
        if (detections.isEmpty()) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.NOTHING_FOUND,
                    "No vehicle was found: lower the detection threshold, or check that the film shows moving traffic.");
        }
        Detection.write(work.file("detections.csv"), detections.stream());
        spec.commandLine().getOut().printf("%d detections in %d frames%n", detections.size(), camera.size());
    }

    private List<byte[]> samples(List<CameraFrame> camera, Stabiliser stabiliser, double scale) {
        List<Integer> placed = camera.stream()
                .filter(CameraFrame::placed)
                .map(CameraFrame::frame)
                .toList();
        int count = Math.min(SAMPLES, placed.size());
        List<byte[]> samples = new ArrayList<>(count);
        ProgressPrinter progress = new ProgressPrinter(
                "background", camera.size(), spec.commandLine().getOut());
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
        ProgressPrinter progress =
                new ProgressPrinter("frames", camera.size(), spec.commandLine().getOut());
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
