package dev.winslow.tracker.result;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.Settings;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.Scale;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the tables that researchers work with. */
@Command(name = "export", description = "Writes the trajectories as tables.")
public final class ExportCommand implements Runnable {
    @Option(names = "--video", required = true)
    private Path video = Path.of("");

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** {@code run.json}: what the tables were made from, and with which settings. */
    public record RunDescription(
            VideoInfo video,
            Scale scale,
            long vehicles,
            long unplacedFrames,
            Map<String, String> settings,
            String tracker) {}

    @Override
    public void run() {
        ProgressPrinter progress =
                new ProgressPrinter("tables", 4, spec.commandLine().getOut());
        List<TrackPoint> points = TrackPoint.read(work.file("trajectories.csv"));
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        Map<Integer, String> lanes = new HashMap<>();
        Csv.read(work.file("lane-assignments.csv"))
                .forEach(row -> lanes.put(row.integer("track_id"), row.text("lane_id")));
        Csv.write(
                work.result("trajectories.csv"),
                TrackPoint.HEADER + ",lane_id",
                points.stream().map(point -> point.row() + "," + lanes.getOrDefault(point.trackId(), "")));
        progress.at(1);
        writeMot(points);
        progress.at(2);
        CameraFrame.write(work.result("homographies.csv"), camera);
        progress.at(3);
        Json.write(work.result("run.json"), describe(points, camera));
        progress.end();
    }

    /** MOT Challenge: frame and id from 1, upright box, confidence, and three places that are not used. */
    private void writeMot(List<TrackPoint> points) {
        List<String> rows = points.stream()
                .map(point -> {
                    double[] box = point.box().upright();
                    return Csv.row(
                            "%d,%d,%.2f,%.2f,%.2f,%.2f,1,-1,-1,-1",
                            point.frame() + 1, point.trackId(), box[0], box[1], box[2], box[3]);
                })
                .toList();
        dev.winslow.tracker.file.AtomicFile.write(
                work.result("tracks.mot.txt"), part -> java.nio.file.Files.write(part, rows));
    }

    private RunDescription describe(List<TrackPoint> points, List<CameraFrame> camera) {
        Map<String, String> settings = Settings.effective(spec.root(), System::getenv);
        settings.put(
                "VIDEO",
                Optional.ofNullable(System.getenv("VIDEO"))
                        .filter(name -> !name.isBlank())
                        .orElse(String.valueOf(video.getFileName())));
        return new RunDescription(
                Json.read(work.file("video.json"), VideoInfo.class),
                Json.read(work.file("scale.json"), Scale.class),
                points.stream().mapToInt(TrackPoint::trackId).distinct().count(),
                camera.stream().filter(frame -> !frame.placed()).count(),
                settings,
                Optional.ofNullable(ExportCommand.class.getPackage().getImplementationVersion())
                        .orElse("development"));
    }
}
