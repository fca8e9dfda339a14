package dev.winslow.tracker.track;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.Scale;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes trajectories of detections. */
@Command(name = "track", description = "Joins detections to trajectories.")
public final class TrackCommand implements Runnable {
    private static final double SHORTEST_SECONDS = 0.6;
    private static final double SHORTEST_WAY_LENGTHS = 1.0;
    private static final double SEEN_SHARE = 0.5;

    @Option(
            names = "--max-gap",
            defaultValue = "${env:MAX_GAP_SECONDS:-1.0}",
            description = "For how many seconds a vehicle may stay unseen (default: 1).")
    private double longestGapSeconds = 1;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        Scale scale = Json.read(work.file("scale.json"), Scale.class);
        Map<Integer, List<Detection>> byFrame =
                Detection.read(work.file("detections.csv")).stream().collect(Collectors.groupingBy(Detection::frame));
        Tracker tracker = new Tracker((int) Math.max(3, Math.round(longestGapSeconds * info.meanFps())));
        ProgressPrinter progress =
                new ProgressPrinter("frames", camera.size(), spec.commandLine().getOut());
        for (CameraFrame frame : camera) {
            if (frame.placed()) {
                tracker.frame(frame.frame(), frame.timeSeconds(), byFrame.getOrDefault(frame.frame(), List.of()));
            }
            progress.at(frame.frame());
        }
        List<List<Track.Sighting>> paths = tracker.finish().stream()
                .filter(Track::confirmed)
                .map(Track::path)
                .filter(TrackCommand::isVehicle)
                .sorted(Comparator.comparingInt(path -> path.getFirst().frame()))
                .toList();
        if (paths.isEmpty()) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.NOTHING_FOUND,
                    "No vehicle moved long enough to be followed: lower the detection threshold, or check the film.");
        }
        List<TrackPoint> points =
                points(paths, new TrajectoryBuilder(camera, scale, info.meanFps(), typicalLength(paths)));
        TrackPoint.write(work.file("trajectories.csv"), points);
        progress.end();
        spec.commandLine().getOut().printf("%d vehicles%n", paths.size());
    }

    private static List<TrackPoint> points(List<List<Track.Sighting>> paths, TrajectoryBuilder builder) {
        List<TrackPoint> points = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            points.addAll(builder.build(i + 1, paths.get(i)));
        }
        points.sort(Comparator.comparingInt(TrackPoint::frame).thenComparingInt(TrackPoint::trackId));
        return points;
    }

    private static double typicalLength(List<List<Track.Sighting>> paths) {
        return TrajectoryBuilder.quantile(
                paths.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Track.Sighting::length)
                        .toArray(),
                0.5);
    }

    /** Seen for long enough and often enough, and it went somewhere: leaves in the wind do not. */
    private static boolean isVehicle(List<Track.Sighting> path) {
        if (path.isEmpty()) {
            return false;
        }
        Track.Sighting first = path.getFirst();
        Track.Sighting last = path.getLast();
        double length = TrajectoryBuilder.quantile(
                path.stream().mapToDouble(Track.Sighting::length).toArray(), 0.5);
        double way = path.stream()
                .mapToDouble(point -> Math.hypot(point.x() - first.x(), point.y() - first.y()))
                .max()
                .orElse(0);
        long seen = path.stream().filter(Track.Sighting::seen).count();
        return last.time() - first.time() >= SHORTEST_SECONDS
                && way >= SHORTEST_WAY_LENGTHS * length
                && seen >= SEEN_SHARE * path.size();
    }
}
