package dev.winslow.tracker.camera;

import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC2;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.ReferencePoints;
import dev.winslow.tracker.file.Scale;
import dev.winslow.tracker.geometry.Homography;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says for every frame how the reference frame lies in it, and how pixels become metres. */
@Command(name = "camera", description = "Estimates the camera for every frame from the reference points.")
public final class CameraCommand implements Runnable {
    private static final double MOST_UNPLACED = 0.5;
    private static final int POINTS_FOR_HOMOGRAPHY = 4;

    @Option(
            names = "--metres-per-pixel",
            defaultValue = "${env:METRES_PER_PIXEL:-}",
            description = "The scale, where no points have metres.")
    private String metresPerPixel = "";

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        ReferencePoints reference = Json.read(work.file("reference-points.json"), ReferencePoints.class);
        Map<Integer, ReferencePoints.Point> points = reference.points().stream()
                .collect(Collectors.toMap(ReferencePoints.Point::id, Function.identity(), (a, b) -> a));
        Map<Integer, List<Csv.Row>> rows = Csv.read(work.file("point-tracks.csv")).stream()
                .collect(Collectors.groupingBy(row -> row.integer("frame"), TreeMap::new, Collectors.toList()));
        ProgressPrinter progress =
                new ProgressPrinter("frames", rows.size(), spec.commandLine().getOut());
        List<CameraFrame> frames = new ArrayList<>();
        Homography last = Homography.identity();
        for (Map.Entry<Integer, List<Csv.Row>> entry : rows.entrySet()) {
            CameraFrame frame = place(entry.getKey(), entry.getValue(), points, reference, last);
            last = frame.toFrame();
            frames.add(frame);
            progress.at(entry.getKey());
        }
        check(frames);
        CameraFrame.write(work.file("camera.csv"), frames);
        Json.write(work.file("scale.json"), scale(reference));
        progress.end();
    }

    private static CameraFrame place(
            int number,
            List<Csv.Row> rows,
            Map<Integer, ReferencePoints.Point> points,
            ReferencePoints reference,
            Homography last) {
        List<double[]> from = new ArrayList<>();
        List<double[]> to = new ArrayList<>();
        for (Csv.Row row : rows) {
            ReferencePoints.@Nullable Point point = points.get(row.integer("point"));
            if (point != null && row.text("status").equals("ok")) {
                from.add(new double[] {point.x(), point.y()});
                to.add(new double[] {row.number("x_px"), row.number("y_px")});
            }
        }
        double time = rows.getFirst().number("time_s");
        return CameraFit.of(from, to, reference.width(), reference.height())
                .map(fit -> new CameraFrame(number, time, true, fit.model(), fit.errorPixels(), fit.toFrame()))
                .orElseGet(() -> new CameraFrame(number, time, false, "none", 0, last));
    }

    private void check(List<CameraFrame> frames) {
        long unplaced = frames.stream().filter(frame -> !frame.placed()).count();
        if (unplaced > MOST_UNPLACED * frames.size()) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.CAMERA_MOVES_TOO_MUCH,
                    "%d of %d frames cannot be placed: the camera moves away from the reference frame, or too few reference points stay in sight. Set more points, or cut the film where the camera stands still."
                            .formatted(unplaced, frames.size()));
        }
        if (unplaced > 0) {
            spec.commandLine().getOut().println("WARN " + unplaced + " frames cannot be placed and are left out");
        }
    }

    private Scale scale(ReferencePoints reference) {
        List<ReferencePoints.Point> measured = reference.points().stream()
                .filter(point -> point.xMetres().isPresent() && point.yMetres().isPresent())
                .toList();
        if (measured.size() >= POINTS_FOR_HOMOGRAPHY) {
            Homography map = toMetres(measured);
            return new Scale(Optional.of(map.entries()), "points", Optional.of(rms(map, measured)));
        }
        Optional<Double> factor = reference
                .metresPerPixel()
                .or(() ->
                        metresPerPixel.isBlank() ? Optional.empty() : Optional.of(Double.parseDouble(metresPerPixel)));
        return factor.map(metres -> new Scale(
                        Optional.of(Homography.scale(metres)
                                .after(Homography.identity())
                                .entries()),
                        "metresPerPixel",
                        Optional.empty()))
                .orElseGet(() -> new Scale(Optional.empty(), "none", Optional.empty()));
    }

    private static Homography toMetres(List<ReferencePoints.Point> points) {
        try (Mat source = new Mat(points.size(), 1, CV_64FC2);
                Mat target = new Mat(points.size(), 1, CV_64FC2)) {
            DoubleBuffer from = source.createBuffer();
            DoubleBuffer to = target.createBuffer();
            for (ReferencePoints.Point point : points) {
                from.put(point.x()).put(point.y());
                to.put(point.xMetres().orElseThrow()).put(point.yMetres().orElseThrow());
            }
            try (Mat map = findHomography(source, target)) {
                if (map.empty()) {
                    throw new TrackerFailure(
                            TrackerFailure.Cause.BAD_INPUT_FILE,
                            "The metres of the reference points do not fit the picture: check that no three points lie on a line and none is mixed up.");
                }
                double[] entries = new double[9];
                DoubleBuffer buffer = map.createBuffer();
                buffer.get(entries);
                return new Homography(entries);
            }
        }
    }

    private static double rms(Homography map, List<ReferencePoints.Point> points) {
        return Math.sqrt(points.stream()
                .mapToDouble(point -> {
                    double[] there = map.apply(point.x(), point.y());
                    double dx = there[0] - point.xMetres().orElseThrow();
                    double dy = there[1] - point.yMetres().orElseThrow();
                    return dx * dx + dy * dy;
                })
                .average()
                .orElse(0));
    }
}
