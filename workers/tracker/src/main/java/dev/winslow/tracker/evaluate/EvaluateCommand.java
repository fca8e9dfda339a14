package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.geometry.Homography;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares trajectories with the truth. */
@Command(name = "evaluate", description = "Compares trajectories with the truth.")
public final class EvaluateCommand implements Runnable {
    @Option(names = "--truth", required = true, description = "A table of true vehicles.")
    private Path truth = Path.of("");

    @Option(names = "--camera-truth", description = "A table of true homographies from a scene to each frame.")
    private @Nullable Path cameraTruth;

    @Option(names = "--iou", description = "From this overlap on boxes agree (default: ${DEFAULT-VALUE}).")
    private double iou = 0.3;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** {@code evaluation.json}: speed error in m/s, stabilisation error in pixels, both root mean squares. */
    public record Evaluation(
            double iou,
            MotMeasures tracks,
            Optional<Double> speedError,
            Optional<Double> stabilisationError,
            int resultTracks) {}

    @Override
    public void run() {
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        List<TrackPoint> points = TrackPoint.read(work.file("trajectories.csv"));
        List<FrameMatch> frames = frames(points, camera.size());
        ClearAndIdentity clear = new ClearAndIdentity(iou);
        frames.forEach(clear::add);
        MotMeasures measures = new MotMeasures(
                clear.mota(),
                clear.idf1(),
                new Hota(frames).value(),
                clear.precision(),
                clear.recall(),
                clear.switches(),
                clear.truths(),
                clear.matches());
        Evaluation evaluation = new Evaluation(
                iou,
                measures,
                Optional.of(clear.speedError()).filter(error -> !error.isNaN()),
                Optional.ofNullable(cameraTruth).map(file -> stabilisationError(file, camera)),
                (int) points.stream().mapToInt(TrackPoint::trackId).distinct().count());
        Json.write(work.result("evaluation.json"), evaluation);
        spec.commandLine().getOut().println(evaluation);
    }

    private List<FrameMatch> frames(List<TrackPoint> points, int frameCount) {
        Map<Integer, List<FrameMatch.Result>> results = points.stream()
                .collect(Collectors.groupingBy(
                        TrackPoint::frame,
                        Collectors.mapping(
                                point -> new FrameMatch.Result(
                                        point.trackId(),
                                        point.box().upright(),
                                        point.metres()
                                                .map(TrackPoint.Metres::speed)
                                                .orElse(Double.NaN)),
                                Collectors.toList())));
        Map<Integer, List<Truth>> truths = Truth.read(truth).stream().collect(Collectors.groupingBy(Truth::frame));
        TreeSet<Integer> numbers = new TreeSet<>(truths.keySet());
        numbers.addAll(results.keySet());
        return numbers.stream()
                .filter(number -> number < frameCount)
                .map(number -> FrameMatch.of(
                        truths.getOrDefault(number, List.of()), results.getOrDefault(number, List.of()), iou))
                .toList();
    }

    /** How far points that stand still seem to wander when the estimated camera is taken off, against the true one. */
    private static double stabilisationError(Path file, List<CameraFrame> camera) {
        List<Homography> truth = Csv.read(file).stream()
                .map(row -> new Homography(IntStream.range(0, 9)
                        .mapToDouble(i -> row.number("h" + i / 3 + i % 3))
                        .toArray()))
                .toList();
        Homography toReference = truth.getFirst().inverse();
        List<Double> squares = new ArrayList<>();
        for (CameraFrame frame : camera) {
            if (!frame.placed() || frame.frame() >= truth.size()) {
                continue;
            }
            Homography expected = truth.get(frame.frame()).after(toReference);
            for (double[] place : new double[][] {{200, 200}, {1700, 200}, {960, 540}, {200, 900}, {1700, 900}}) {
                double[] one = expected.apply(place[0], place[1]);
                double[] other = frame.toFrame().apply(place[0], place[1]);
                squares.add(Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2));
            }
        }
        return Math.sqrt(
                squares.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
}
