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
 * Kalal et al. 2010).
 */
final class PointFollower implements AutoCloseable {
    private static final double MOST_BACKWARD_ERROR = 0.7;
    private static final int WINDOW = 21;
    private static final int LEVELS = 3;

    private final Mat reference;
    private final double[][] origin;
    private final double[][] last;
    private final Size window = new Size(WINDOW, WINDOW);
    private final TermCriteria criteria = new TermCriteria(TermCriteria.COUNT | TermCriteria.EPS, 30, 0.005);

    /** Points in pixels of the reference frame, which is grey. */
    PointFollower(Mat reference, double[][] points) {
        this.reference = reference.clone();
        this.origin = points;
        this.last = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    }

    /** Where a point is in the frame; error in pixels between its origin and where following it back leads. */
    record Found(double x, double y, double error, boolean ok) {}

    List<Found> follow(Mat frame) {
        List<Found> found = new ArrayList<>(origin.length);
        try (Mat from = mat(origin);
                Mat to = mat(last);
                Mat back = mat(origin);
                Mat status = new Mat();
                Mat backStatus = new Mat();
                Mat error = new Mat()) {
            calcOpticalFlowPyrLK(
                    reference,
                    frame,
                    from,
                    to,
                    status,
                    error,
                    window,
                    LEVELS,
                    criteria,
                    OPTFLOW_USE_INITIAL_FLOW,
                    1e-4);
            calcOpticalFlowPyrLK(
                    frame,
                    reference,
                    to,
                    back,
                    backStatus,
                    error,
                    window,
                    LEVELS,
                    criteria,
                    OPTFLOW_USE_INITIAL_FLOW,
                    1e-4);
            FloatBuffer there = to.createBuffer();
            FloatBuffer again = back.createBuffer();
            ByteBuffer forward = status.createBuffer();
            ByteBuffer backward = backStatus.createBuffer();
            for (int i = 0; i < origin.length; i++) {
                double distance = Math.hypot(again.get(2 * i) - origin[i][0], again.get(2 * i + 1) - origin[i][1]);
                boolean ok = forward.get(i) != 0 && backward.get(i) != 0 && distance <= MOST_BACKWARD_ERROR;
                found.add(new Found(there.get(2 * i), there.get(2 * i + 1), distance, ok));
            }
        }
        remember(found);
        return found;
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

    private static Mat mat(double[][] points) {
        Mat mat = new Mat(points.length, 1, CV_32FC2);
        FloatBuffer buffer = mat.createBuffer();
        for (double[] point : points) {
            buffer.put((float) point[0]).put((float) point[1]);
        }
        return mat;
    }

    @Override
    public void close() {
        reference.close();
        window.close();
        criteria.close();
    }
}
