package dev.winslow.tracker.detect.model;

import dev.winslow.tracker.TrackerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model is used, and how. */
public final class ModelOptions {
    /** What a model runs on. */
    enum Device {
        CPU,
        CUDA
    }

    @Option(
            names = "--model",
            defaultValue = "${env:MODEL:-}",
            description = "An ONNX model of the YOLO family, by its path or its name beside the video (default: none).")
    private String model = "";

    @Option(
            names = "--device",
            defaultValue = "${env:DEVICE:-cpu}",
            description = "cpu or cuda; without a usable GPU the CPU is taken, and that is told (default: cpu).")
    private Device device = Device.CPU;

    @Option(
            names = "--confidence",
            defaultValue = "${env:CONFIDENCE:-0.25}",
            description = "From 0 to 1: what the model is less sure of is left out (default: 0.25).")
    private double confidence = 0.25;

    @Option(
            names = "--tiles",
            defaultValue = "${env:TILES:-false}",
            description =
                    "Cuts frames into tiles of the model's size, for vehicles that are small in them (default: false).")
    private boolean tiles;

    public boolean isGiven() {
        return !model.isBlank();
    }

    Path model(Path video) {
        Path named = Path.of(model);
        Path beside = video.toAbsolutePath().resolveSibling(model);
        if (!Files.exists(named) && !Files.exists(beside)) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.BAD_INPUT_FILE,
                    "There is no model " + model + ": upload it to the project, or correct the variable MODEL.");
        }
        return Files.exists(named) ? named : beside;
    }

    boolean cuda() {
        return device == Device.CUDA;
    }

    double confidence() {
        return confidence;
    }

    boolean tiles() {
        return tiles;
    }
}
