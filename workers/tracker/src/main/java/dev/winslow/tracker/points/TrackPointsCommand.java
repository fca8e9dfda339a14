package dev.winslow.tracker.points;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.ReferencePoints;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.video.VideoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows the reference points through the whole video. */
@Command(name = "track-points", description = "Follows the reference points through all frames.")
public final class TrackPointsCommand implements Runnable {
    private static final int FEWEST_POINTS = 3;

    @Option(names = "--video", required = true)
    private Path video = Path.of("");

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        ReferencePoints reference = Json.read(work.file("reference-points.json"), ReferencePoints.class);
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        check(reference, info);
        double[][] points = reference.points().stream()
                .map(point -> new double[] {point.x(), point.y()})
                .toArray(double[][]::new);
        List<String> rows = new ArrayList<>();
        try (VideoReader reader = VideoReader.grey(video)) {
            ProgressPrinter progress = new ProgressPrinter(
                    "frames", info.frames(), spec.commandLine().getOut());
            Optional<Mat> frame = reader.next();
            try (PointFollower follower = new PointFollower(frame.orElseThrow(), points)) {
                while (frame.isPresent()) {
                    List<PointFollower.Found> found = follower.follow(frame.get());
                    for (int i = 0; i < found.size(); i++) {
                        rows.add(row(reader, reference.points().get(i).id(), found.get(i)));
                    }
                    progress.at(reader.index());
                    frame = reader.next();
                }
            }
            progress.end();
        }
        Csv.write(work.file("point-tracks.csv"), "frame,time_s,point,x_px,y_px,error_px,status", rows.stream());
    }

    private static String row(VideoReader reader, int id, PointFollower.Found found) {
        return Csv.row(
                "%d,%.6f,%d,%.3f,%.3f,%.3f,%s",
                reader.index(),
                reader.timeSeconds(),
                id,
                found.x(),
                found.y(),
                found.error(),
                found.ok() ? "ok" : "lost");
    }

    private static void check(ReferencePoints reference, VideoInfo info) {
        if (reference.points().size() < FEWEST_POINTS) {
            throw bad("There are " + reference.points().size() + " reference points, but at least " + FEWEST_POINTS
                    + " are needed: set more of them, far apart, on things that do not move.");
        }
        if (reference.frame() != 0) {
            throw bad("The reference points belong to frame " + reference.frame()
                    + ", but only frame 0 can be the reference.");
        }
        reference.points().stream()
                .filter(point ->
                        point.x() < 0 || point.y() < 0 || point.x() >= info.width() || point.y() >= info.height())
                .findFirst()
                .ifPresent(point -> {
                    throw bad("The reference point %d lies outside the picture of %d x %d pixels: move it inside."
                            .formatted(point.id(), info.width(), info.height()));
                });
    }

    private static TrackerFailure bad(String message) {
        return new TrackerFailure(TrackerFailure.Cause.BAD_INPUT_FILE, message);
    }
}
