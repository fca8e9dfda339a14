package dev.winslow.tracker.result;

import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.TrackPoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Draws where vehicles came from. */
final class Tails {
    private final Map<Integer, List<TrackPoint>> tracks;
    private final double frames;

    Tails(List<TrackPoint> points, double frames) {
        this.tracks = points.stream().collect(Collectors.groupingBy(TrackPoint::trackId));
        this.frames = frames;
    }

    void draw(Mat picture, TrackPoint point, CameraFrame camera, double scale) {
        List<TrackPoint> track = tracks.getOrDefault(point.trackId(), List.of());
        int first = track.getFirst().frame();
        int end = Math.min(track.size() - 1, point.frame() - first);
        int step = 3;
        try (Scalar colour = Palette.colour(point.trackId())) {
            for (int i = Math.max(0, end - (int) frames); i + step <= end; i += step) {
                double[] from = track.get(i).reference();
                double[] to = track.get(i + step).reference();
                RenderCommand.stroke(
                        picture,
                        camera.toFrame().apply(from[0], from[1]),
                        camera.toFrame().apply(to[0], to[1]),
                        scale,
                        colour,
                        1);
            }
        }
    }
}
