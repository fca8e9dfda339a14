package dev.winslow.tracker.points;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_video.OPTFLOW_USE_INITIAL_FLOW;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/**
 * Follows points from the reference frame into later frames. Each frame is compared with the reference frame itself, so that no drift can grow;
 * a point counts as found only when following it back leads to where it came from (pyramidal Lucas-Kanade, Bouguet 2001; forward-backward check,
 * Kalal et al. 2010). Only patches round the points are compared, each in the brightness of the reference.
 */
final class PointFollower implements AutoCloseable {
    private static final double MOST_BACKWARD_ERROR = 0.7;
    private static final int WINDOW = 21;
    private static final int LEVELS = 3;
    private static final int SMALLEST_RADIUS = 40;
    private static final int RADIUS_SHARE = 32;

    private final double[][] origin;
    private final double[][] last;
    private final int radius;
    private final List<Patch> references;
    private final Size window = new Size(WINDOW, WINDOW);
    private final TermCriteria criteria = new TermCriteria(TermCriteria.COUNT | TermCriteria.EPS, 30, 0.005);

    /** Points in pixels of the reference frame, which is grey. */
    PointFollower(Mat reference, double[][] points) {
        this.origin = points;
        this.last = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        this.radius = Math.max(SMALLEST_RADIUS, reference.cols() / RADIUS_SHARE);
        this.references = Arrays.stream(points)
                .map(point -> Patch.cut(reference, point[0], point[1], radius))
                .toList();
    }

    /** Where a point is in the frame; error in pixels between its origin and where following it back leads. */
    record Found(double x, double y, double error, boolean ok) {}

    List<Found> follow(Mat frame) {
        List<Found> found = new ArrayList<>(origin.length);
        for (int i = 0; i < origin.length; i++) {
            found.add(follow(frame, i));
        }
        remember(found);
        return found;
    }

    private Found follow(Mat frame, int index) {
        double[] start = last[index];
        if (start[0] < 0 || start[1] < 0 || start[0] >= frame.cols() || start[1] >= frame.rows()) {
            return new Found(start[0], start[1], 0, false);
        }
        Patch reference = references.get(index);
        try (Patch patch = Patch.cut(frame, start[0], start[1], radius);
                Mat from = point(origin[index][0] - reference.left(), origin[index][1] - reference.top());
                Mat to = point(start[0] - patch.left(), start[1] - patch.top());
                Mat back = from.clone()) {
            patch.expose(reference);
            boolean forward = flow(reference.picture(), patch.picture(), from, to);
            boolean backward = flow(patch.picture(), reference.picture(), to, back);
            FloatBuffer origins = from.createBuffer();
            FloatBuffer there = to.createBuffer();
            FloatBuffer again = back.createBuffer();
            double error = Math.hypot(again.get(0) - origins.get(0), again.get(1) - origins.get(1));
            return new Found(
                    there.get(0) + patch.left(),
                    there.get(1) + patch.top(),
                    error,
                    forward && backward && error <= MOST_BACKWARD_ERROR);
        }
    }

    private boolean flow(Mat one, Mat other, Mat from, Mat to) {
        try (Mat status = new Mat();
                Mat error = new Mat()) {
            calcOpticalFlowPyrLK(
                    one, other, from, to, status, error, window, LEVELS, criteria, OPTFLOW_USE_INITIAL_FLOW, 1e-4);
            ByteBuffer seen = status.createBuffer();
            return seen.get(0) != 0;
        }
    }

    /** A lost point is looked for where the others' motion has taken it. */
    private void remember(List<Found> found) {
        double[] dx = new double[origin.length];
        double[] dy = new double[origin.length];
        int count = 0;
        for (int i = 0; i < origin.length; i++) {
            if (found.get(i).ok()) {
                dx[count] = found.get(i).x() - origin[i][0];
                dy[count++] = found.get(i).y() - origin[i][1];
            }
        }
        if (count == 0) {
            return;
        }
        Arrays.sort(dx, 0, count);
        Arrays.sort(dy, 0, count);
        for (int i = 0; i < origin.length; i++) {
            Found point = found.get(i);
            last[i][0] = point.ok() ? point.x() : origin[i][0] + dx[count / 2];
            last[i][1] = point.ok() ? point.y() : origin[i][1] + dy[count / 2];
        }
    }

    private static Mat point(double x, double y) {
        Mat mat = new Mat(1, 1, CV_32FC2);
        FloatBuffer buffer = mat.createBuffer();
        buffer.put((float) x).put((float) y);
        return mat;
    }

    @Override
    public void close() {
        references.forEach(Patch::close);
        window.close();
        criteria.close();
    }
}
