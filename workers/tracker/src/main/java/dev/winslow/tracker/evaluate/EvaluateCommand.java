package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    @Option(
            names = "--frames",
            description =
                    "Only so many first frames of the truth count, for a film that was cut from a longer one (default: all).")
    private int frames = Integer.MAX_VALUE;

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
        List<FrameMatch> matches = matches(points);
        ClearAndIdentity clear = new ClearAndIdentity(iou);
        matches.forEach(clear::add);
        MotMeasures measures = new MotMeasures(
                clear.mota(),
                clear.idf1(),
                new Hota(matches).value(),
                clear.precision(),
                clear.recall(),
                clear.switches(),
                clear.truths(),
                clear.matches());
        Evaluation evaluation = new Evaluation(
                iou,
                measures,
                Optional.of(clear.speedError()).filter(error -> !error.isNaN()),
                Optional.ofNullable(cameraTruth).flatMap(file -> StabilisationError.of(file, camera, pictureSize())),
                (int) points.stream().mapToInt(TrackPoint::trackId).distinct().count());
        Json.write(work.result("evaluation.json"), evaluation);
        spec.commandLine().getOut().println(evaluation);
    }

    private List<FrameMatch> matches(List<TrackPoint> points) {
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
                .filter(number -> number < frames)
                .map(number -> FrameMatch.of(
                        truths.getOrDefault(number, List.of()), results.getOrDefault(number, List.of()), iou))
                .toList();
    }

    /** Width and height in pixels; of the usual film where the workspace does not say. */
    private double[] pictureSize() {
        Path file = work.file("video.json");
        if (!Files.exists(file)) {
            return new double[] {1920, 1080};
        }
        VideoInfo info = Json.read(file, VideoInfo.class);
        return new double[] {info.width(), info.height()};
    }
}
