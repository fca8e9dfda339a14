package dev.winslow.tracker.detect;

import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.detect.model.ModelDetection;
import dev.winslow.tracker.detect.model.ModelOptions;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds vehicles: without a model as what differs from the empty road, or with one. */
@Command(name = "detect", description = "Finds vehicles in every frame.")
public final class DetectCommand implements Runnable {
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
    private ModelOptions model = new ModelOptions();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        List<Detection> detections = detection().detect(info, camera);
        if (detections.isEmpty()) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.NOTHING_FOUND,
                    "No vehicle was found: lower the detection threshold, or check that the film shows moving traffic.");
        }
        Detection.write(work.file("detections.csv"), detections.stream());
        spec.commandLine().getOut().printf("%d detections in %d frames%n", detections.size(), camera.size());
    }

    private FilmDetection detection() {
        return model.isGiven()
                ? new ModelDetection(video, model, spec.commandLine().getOut())
                : new MotionDetection(
                        video, threshold, smallestArea, spec.commandLine().getOut());
    }
}
