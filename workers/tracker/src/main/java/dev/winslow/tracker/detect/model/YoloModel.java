package dev.winslow.tracker.detect.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.winslow.tracker.TrackerFailure;
import java.io.PrintWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An ONNX model with one picture in (1 x 3 x height x width, red, green, blue from 0 to 1) and YOLO's candidates out. */
final class YoloModel implements AutoCloseable {
    private static final int USUAL_SIDE = 640;
    private static final int MOST_SUPPRESSED = 300;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;
    private final int width;
    private final int height;

    private YoloModel(OrtSession session, String input, int width, int height) {
        this.session = session;
        this.input = input;
        this.width = width;
        this.height = height;
    }

    /** On the GPU if it is wished and can be used; that it cannot is told. */
    static YoloModel open(Path file, boolean cuda, PrintWriter out) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (cuda) {
                useGpu(options, out);
            }
            OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
            Map.Entry<String, ai.onnxruntime.NodeInfo> entry =
                    session.getInputInfo().entrySet().iterator().next();
            long[] shape = ((TensorInfo) entry.getValue().getInfo()).getShape();
            if (shape.length != 4) {
                throw notYolo(file, "its input has " + shape.length + " dimensions instead of 4");
            }
            return new YoloModel(
                    session,
                    entry.getKey(),
                    shape[3] > 0 ? (int) shape[3] : USUAL_SIDE,
                    shape[2] > 0 ? (int) shape[2] : USUAL_SIDE);
        } catch (OrtException e) {
            throw notYolo(file, "it cannot be read (" + e.getMessage() + ")");
        }
    }

    private static void useGpu(OrtSession.SessionOptions options, PrintWriter out) {
        try {
            options.addCUDA(0);
        } catch (OrtException e) {
            out.println("WARN no GPU can be used, so detection runs on the CPU: " + e.getMessage());
        }
    }

    private static TrackerFailure notYolo(Path file, String reason) {
        return new TrackerFailure(
                TrackerFailure.Cause.BAD_INPUT_FILE,
                file + " is no YOLO model in ONNX format: " + reason + ". Export the model to ONNX again.");
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    ClassNames classNames() {
        try {
            return new ClassNames(session.getMetadata().getCustomMetadata().getOrDefault("names", ""));
        } catch (OrtException e) {
            throw new IllegalStateException("The model's description cannot be read", e);
        }
    }

    /** Planes of red, green and blue from 0 to 1. */
    List<Found> run(FloatBuffer planes, double confidence) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, planes, new long[] {1, 3, height, width});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            if (result.get(0).getValue() instanceof float[][][] output && isYolo(output[0])) {
                return YoloOutput.read(output[0], confidence);
            }
            throw new TrackerFailure(
                    TrackerFailure.Cause.BAD_INPUT_FILE,
                    "The model's output is not that of a YOLO model: export it without its own suppression (nms=False).");
        } catch (OrtException e) {
            throw new IllegalStateException("The model failed", e);
        }
    }

    /** Models that suppress by themselves answer at most some hundred rows of corners, score and class, which read like boxes of version 5. */
    private static boolean isYolo(float[][] output) {
        boolean suppressed = output.length <= MOST_SUPPRESSED && output.length > 0 && output[0].length == 6;
        return output.length > 0 && !suppressed;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model cannot be closed", e);
        }
    }
}
