package dev.winslow.tracker.camera;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import dev.winslow.tracker.geometry.Homography;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The map from the reference frame to a frame, fitted to points by RANSAC. A similarity is hard to lead astray and comes first; a homography is taken
 * only where it explains at least as many points and stays near the similarity at the picture's corners.
 *
 * @param errorPixels root mean square over the points that agree
 */
public record CameraFit(Homography toFrame, String model, double errorPixels, int inliers) {
    private static final int FEWEST = 3;
    private static final int FEWEST_FOR_HOMOGRAPHY = 6;
    private static final double CORNER_SHARE = 0.01;
    private static final int ITERATIONS = 2000;

    /** None where fewer than three points agree. Points in pixels; width and height of the picture. */
    public static Optional<CameraFit> of(List<double[]> from, List<double[]> to, int width, int height) {
        if (from.size() < FEWEST) {
            return Optional.empty();
        }
        double threshold = Math.max(1.5, width / 1920.0 * 1.5);
        try (Mat source = mat(from);
                Mat target = mat(to);
                Mat inliers = new Mat();
                Mat affine =
                        estimateAffinePartial2D(source, target, inliers, RANSAC, threshold, ITERATIONS, 0.999, 10)) {
            if (affine.empty() || countNonZero(inliers) < FEWEST) {
                return Optional.empty();
            }
            DoubleBuffer m = affine.createBuffer();
            Homography similarity =
                    new Homography(new double[] {m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), 0, 0, 1});
            int agreeing = countNonZero(inliers);
            CameraFit fit = fit(similarity, "similarity", from, to, threshold, agreeing);
            return Optional.of(homography(source, target, threshold, agreeing)
                    .filter(map -> near(map, similarity, width, height))
                    .map(map -> fit(map, "homography", from, to, threshold, agreeing))
                    .orElse(fit));
        }
    }

    private static Optional<Homography> homography(Mat source, Mat target, double threshold, int agreeing) {
        if (agreeing < FEWEST_FOR_HOMOGRAPHY) {
            return Optional.empty();
        }
        try (Mat inliers = new Mat();
                Mat map = findHomography(source, target, RANSAC, threshold, inliers, ITERATIONS, 0.999)) {
            if (map.empty() || countNonZero(inliers) < agreeing) {
                return Optional.empty();
            }
            double[] entries = new double[9];
            DoubleBuffer buffer = map.createBuffer();
            buffer.get(entries);
            return Optional.of(new Homography(entries));
        }
    }

    private static boolean near(Homography map, Homography similarity, int width, int height) {
        for (double[] corner : new double[][] {{0, 0}, {width, 0}, {0, height}, {width, height}}) {
            double[] one = map.apply(corner[0], corner[1]);
            double[] other = similarity.apply(corner[0], corner[1]);
            if (Math.hypot(one[0] - other[0], one[1] - other[1]) > CORNER_SHARE * width) {
                return false;
            }
        }
        return true;
    }

    private static CameraFit fit(
            Homography map, String model, List<double[]> from, List<double[]> to, double threshold, int inliers) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < from.size(); i++) {
            double[] expected = map.apply(from.get(i)[0], from.get(i)[1]);
            double distance = Math.hypot(expected[0] - to.get(i)[0], expected[1] - to.get(i)[1]);
            if (distance <= threshold) {
                sum += distance * distance;
                count++;
            }
        }
        return new CameraFit(map, model, count == 0 ? 0 : Math.sqrt(sum / count), inliers);
    }

    private static Mat mat(List<double[]> points) {
        Mat mat = new Mat(points.size(), 1, CV_32FC2);
        FloatBuffer buffer = mat.createBuffer();
        points.forEach(point -> buffer.put((float) point[0]).put((float) point[1]));
        return mat;
    }
}
