package dev.winslow.tracker.points;

import dev.winslow.tracker.camera.CameraFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/** Follows candidates over some frames and counts in how many each moved as the picture as a whole did. */
final class Trial implements AutoCloseable {
    private static final double AGREEMENT_PIXELS = 1.5;

    private final PointFollower follower;
    private final double[][] points;
    private final int width;
    private final int[] seen;

    Trial(Mat reference, double[][] points) {
        this.follower = new PointFollower(reference, points);
        this.points = points;
        this.width = reference.cols();
        this.seen = new int[points.length];
    }

    void see(Mat frame) {
        if (points.length == 0) {
            return;
        }
        List<PointFollower.Found> found = follower.follow(frame);
        List<double[]> from = new ArrayList<>();
        List<double[]> to = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (found.get(i).ok()) {
                from.add(points[i]);
                to.add(new double[] {found.get(i).x(), found.get(i).y()});
            }
        }
        Optional<CameraFit> fit = CameraFit.of(from, to, width, frame.rows());
        for (int i = 0; i < points.length && fit.isPresent(); i++) {
            double[] expected = fit.get().toFrame().apply(points[i][0], points[i][1]);
            boolean agrees = Math.hypot(
                            expected[0] - found.get(i).x(),
                            expected[1] - found.get(i).y())
                    < AGREEMENT_PIXELS * Math.max(1, width / 1920.0);
            if (found.get(i).ok() && agrees) {
                seen[i]++;
            }
        }
    }

    List<Integer> scores() {
        return java.util.Arrays.stream(seen).boxed().toList();
    }

    @Override
    public void close() {
        follower.close();
    }
}
