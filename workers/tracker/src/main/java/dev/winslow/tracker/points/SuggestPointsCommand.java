package dev.winslow.tracker.points;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.AtomicFile;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.ReferencePoints;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.video.VideoReader;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Suggests reference points: strong corners that a trial over the first frames shows to stand still. A corner on a vehicle drives away and is
 * dropped.
 */
@Command(
        name = "suggest-points",
        description = "Looks through the video once and suggests reference points in its first frame.")
public final class SuggestPointsCommand implements Runnable {
    private static final int CANDIDATES = 40;
    private static final int TRIAL_FRAMES = 60;
    private static final int SUGGESTED = 12;
    private static final double STEADY = 0.9;

    @Option(names = "--video", required = true)
    private Path video = Path.of("");

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        List<Integer> seen = new ArrayList<>();
        double[][] candidates = new double[0][];
        VideoInfo info;
        try (VideoReader reader = VideoReader.grey(video)) {
            ProgressPrinter progress = new ProgressPrinter(
                    "frames", reader.expectedFrames(), spec.commandLine().getOut());
            Optional<Mat> frame = reader.next();
            Mat first = frame.orElseThrow(() -> new TrackerFailure(
                    TrackerFailure.Cause.UNREADABLE_VIDEO, video + " has no frame that can be read: upload it again."));
            candidates = corners(first);
            try (Trial trial = new Trial(first, candidates)) {
                while (frame.isPresent()) {
                    if (reader.index() < TRIAL_FRAMES) {
                        trial.see(frame.get());
                    }
                    progress.at(reader.index());
                    frame = reader.next();
                }
                seen = trial.scores();
            }
            reader.checkComplete();
            info = reader.info();
            progress.end();
        }
        // Only now is the film known to be whole: a failed stage leaves nothing.
        writeFrame();
        int trials = Math.min(TRIAL_FRAMES, info.frames());
        Json.write(work.file("video.json"), info);
        Json.write(work.file("suggested-points.json"), choose(candidates, seen, trials, info));
    }

    private void writeFrame() {
        try (VideoReader reader = VideoReader.colour(video, 1)) {
            reader.next()
                    .ifPresent(frame -> AtomicFile.write(
                            work.file("reference-frame.jpg"), part -> imwrite(part.toString(), frame)));
        }
    }

    private static double[][] corners(Mat grey) {
        try (Mat found = new Mat()) {
            double apart = Math.hypot(grey.cols(), grey.rows()) / 18;
            goodFeaturesToTrack(grey, found, CANDIDATES, 0.01, apart);
            double[][] corners = new double[found.rows()][];
            FloatBuffer buffer = found.createBuffer();
            for (int i = 0; i < corners.length; i++) {
                corners[i] = new double[] {buffer.get(2 * i), buffer.get(2 * i + 1)};
            }
            return corners;
        }
    }

    /** The steadiest, and of these those that lie far apart, because a wide base holds the camera best. */
    private static ReferencePoints choose(double[][] candidates, List<Integer> seen, int trials, VideoInfo info) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            if (seen.get(i) >= STEADY * trials) {
                left.add(i);
            }
        }
        List<ReferencePoints.Point> chosen = new ArrayList<>();
        while (!left.isEmpty() && chosen.size() < SUGGESTED) {
            int best = left.stream()
                    .max(Comparator.comparingDouble(i -> distance(candidates[i], chosen)))
                    .orElseThrow();
            left.remove(Integer.valueOf(best));
            chosen.add(new ReferencePoints.Point(
                    chosen.size() + 1,
                    candidates[best][0],
                    candidates[best][1],
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Math.min(1.0, seen.get(best) / (double) trials))));
        }
        return new ReferencePoints(0, info.width(), info.height(), chosen, Optional.empty(), List.of(), List.of());
    }

    private static double distance(double[] candidate, List<ReferencePoints.Point> chosen) {
        return chosen.stream()
                .mapToDouble(point -> Math.hypot(point.x() - candidate[0], point.y() - candidate[1]))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
