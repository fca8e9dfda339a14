package dev.winslow.tracker.detect.model;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.detect.FilmDetection;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.geometry.Box;
import dev.winslow.tracker.geometry.Homography;
import dev.winslow.tracker.video.VideoReader;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds vehicles with a model, frame by frame, and puts them into the reference frame. */
public final class ModelDetection implements FilmDetection {
    private final Path video;
    private final ModelOptions options;
    private final PrintWriter out;

    public ModelDetection(Path video, ModelOptions options, PrintWriter out) {
        this.video = video;
        this.options = options;
        this.out = out;
    }

    @Override
    public List<Detection> detect(VideoInfo info, List<CameraFrame> camera) {
        List<Detection> detections = new ArrayList<>();
        ProgressPrinter progress = new ProgressPrinter("frames", camera.size(), out);
        try (YoloModel model = YoloModel.open(options.model(video), options.cuda(), out);
                VideoReader reader = VideoReader.colour(video, 1)) {
            ClassNames names = model.classNames();
            List<Cut> cuts = options.tiles()
                    ? Cut.tiles(info.width(), info.height(), model.width(), model.height())
                    : Cut.whole(info.width(), info.height());
            FloatBuffer planes = ByteBuffer.allocateDirect(3 * model.width() * model.height() * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            for (Optional<Mat> frame = reader.next();
                    frame.isPresent() && reader.index() < camera.size();
                    frame = reader.next()) {
                CameraFrame placed = camera.get(reader.index());
                if (placed.placed()) {
                    Homography toReference = placed.toFrame().inverse();
                    find(frame.get(), cuts, model, planes).stream()
                            .flatMap(found -> detection(found, placed, toReference, names))
                            .forEach(detections::add);
                }
                progress.at(reader.index());
            }
        }
        progress.end();
        return detections;
    }

    private List<Found> find(Mat frame, List<Cut> cuts, YoloModel model, FloatBuffer planes) {
        List<Found> all = new ArrayList<>();
        for (Cut cut : cuts) {
            cut.fill(frame, model.width(), model.height(), planes);
            model.run(planes, options.confidence()).stream()
                    .map(found -> cut.inFrame(found, model.width(), model.height()))
                    .forEach(all::add);
        }
        return Found.best(all);
    }

    private static Stream<Detection> detection(
            Found found, CameraFrame frame, Homography toReference, ClassNames names) {
        Box box = found.width() >= found.height()
                ? new Box(found.x(), found.y(), found.width(), found.height(), 0)
                : new Box(found.x(), found.y(), found.height(), found.width(), Math.PI / 2);
        return names.vehicle(found.vehicleClass()).stream()
                .map(name -> new Detection(
                        frame.frame(), frame.timeSeconds(), box.map(toReference), name, Math.min(1, found.score())));
    }
}
