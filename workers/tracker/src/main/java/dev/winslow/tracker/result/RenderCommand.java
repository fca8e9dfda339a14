package dev.winslow.tracker.result;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import dev.winslow.tracker.ProgressPrinter;
import dev.winslow.tracker.WorkOptions;
import dev.winslow.tracker.file.AtomicFile;
import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.video.VideoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records the film with boxes, numbers, tails and speeds, as H.264 that browsers play. */
@Command(name = "render", description = "Records the result video.")
public final class RenderCommand implements Runnable {
    private static final double TAIL_SECONDS = 1.5;
    private static final double BITS_PER_PIXEL = 0.1;

    @Option(names = "--video", required = true)
    private Path video = Path.of("");

    @Option(
            names = "--lines",
            defaultValue = "${env:RENDER_LINES:-1080}",
            description = "The largest height in pixels (default: 1080).")
    private int lines = 1080;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        VideoInfo info = Json.read(work.file("video.json"), VideoInfo.class);
        List<CameraFrame> camera = CameraFrame.read(work.file("camera.csv"));
        List<TrackPoint> points = TrackPoint.read(work.file("trajectories.csv"));
        AtomicFile.write(work.result("result.mp4"), part -> record(part, info, camera, points));
    }

    private void record(Path file, VideoInfo info, List<CameraFrame> camera, List<TrackPoint> points)
            throws IOException {
        double scale = Math.min(1, lines / (double) info.height());
        // The encoder wants even sides.
        int width = (int) Math.round(info.width() * scale) & ~1;
        int height = (int) Math.round(info.height() * scale) & ~1;
        Map<Integer, List<TrackPoint>> byFrame = points.stream().collect(Collectors.groupingBy(TrackPoint::frame));
        Tails tails = new Tails(points, TAIL_SECONDS * info.meanFps());
        ProgressPrinter progress =
                new ProgressPrinter("frames", info.frames(), spec.commandLine().getOut());
        try (FFmpegFrameRecorder recorder = recorder(file, width, height, info.meanFps());
                VideoReader reader = VideoReader.colour(video, scale);
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
            recorder.start();
            int number = -1;
            for (Optional<Mat> frame = reader.next();
                    frame.isPresent() && reader.index() < camera.size();
                    frame = reader.next()) {
                CameraFrame placed = camera.get(reader.index());
                if (placed.placed()) {
                    for (TrackPoint point : byFrame.getOrDefault(placed.frame(), List.of())) {
                        draw(frame.get(), point, scale);
                        tails.draw(frame.get(), point, placed, scale);
                    }
                }
                try (Frame converted = converter.convert(frame.get())) {
                    // Two frames closer than the mean apart must not fall on one number: the container refuses that.
                    number = (int) Math.max(number + 1, Math.round(reader.timeSeconds() * recorder.getFrameRate()));
                    recorder.setFrameNumber(number);
                    recorder.record(converted);
                }
                progress.at(reader.index());
            }
            recorder.stop();
        }
        progress.end();
    }

    private static FFmpegFrameRecorder recorder(Path file, int width, int height, double framesPerSecond) {
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
        recorder.setFormat("mp4");
        recorder.setVideoCodecName("libopenh264");
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(Math.clamp(framesPerSecond, 1, 240));
        recorder.setGopSize((int) Math.max(10, Math.round(framesPerSecond * 2)));
        recorder.setVideoBitrate((int) Math.min(2e7, width * height * framesPerSecond * BITS_PER_PIXEL));
        recorder.setOption("movflags", "+faststart");
        return recorder;
    }

    private static void draw(Mat frame, TrackPoint point, double scale) {
        double[][] corners = point.box().corners();
        int thickness = Math.max(1, frame.cols() / 1280);
        try (Scalar colour = Palette.colour(point.trackId())) {
            for (int i = 0; i < 4; i++) {
                stroke(frame, corners[i], corners[(i + 1) % 4], scale, colour, thickness);
            }
        }
        String label = point.trackId()
                + point.metres()
                        .map(metres -> String.format(Locale.ROOT, "  %.0f km/h", metres.speed() * 3.6))
                        .orElse("");
        double size = Math.max(0.35, frame.cols() / 1920.0 * 0.45);
        double[] box = point.box().upright();
        try (Point at = new Point((int) (box[0] * scale), (int) (box[1] * scale) - 3);
                Scalar white = Scalar.all(255)) {
            putText(frame, label, at, FONT_HERSHEY_SIMPLEX, size, white, thickness, LINE_AA, false);
        }
    }

    static void stroke(Mat frame, double[] from, double[] to, double scale, Scalar colour, int thickness) {
        try (Point one = new Point((int) Math.round(from[0] * scale), (int) Math.round(from[1] * scale));
                Point other = new Point((int) Math.round(to[0] * scale), (int) Math.round(to[1] * scale))) {
            line(frame, one, other, colour, thickness, LINE_AA, 0);
        }
    }
}
