package dev.winslow.tracker.track;

import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Scale;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.geometry.Box;
import dev.winslow.tracker.geometry.Homography;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes smooth trajectories of raw paths: speed, acceleration, heading, size, in metres where a scale is known. */
final class TrajectoryBuilder {
    private static final double SMOOTHING_SECONDS = 0.25;
    private static final double STANDING_LENGTHS_PER_SECOND = 0.15;
    private static final double TRUCK_METRES = 7;
    private static final double BUS_METRES = 11;

    private final List<CameraFrame> camera;
    private final Optional<Homography> toMetres;
    private final int smoothing;
    private final double typicalLength;

    /** Typical length is that of most vehicles, in pixels, for naming classes where no scale is known. */
    TrajectoryBuilder(List<CameraFrame> camera, Scale scale, double framesPerSecond, double typicalLength) {
        this.camera = camera;
        this.toMetres = scale.toMetres().map(Homography::new);
        this.smoothing = (int) Math.max(2, Math.round(SMOOTHING_SECONDS * framesPerSecond));
        this.typicalLength = typicalLength;
    }

    List<TrackPoint> build(int id, List<Track.Sighting> path) {
        double[] times = path.stream().mapToDouble(Track.Sighting::time).toArray();
        double[] x =
                Smoothing.smooth(path.stream().mapToDouble(Track.Sighting::x).toArray(), smoothing);
        double[] y =
                Smoothing.smooth(path.stream().mapToDouble(Track.Sighting::y).toArray(), smoothing);
        double length =
                quantile(path.stream().mapToDouble(Track.Sighting::length).toArray(), 0.6);
        double width = quantile(path.stream().mapToDouble(Track.Sighting::width).toArray(), 0.5);
        double[] headings = headings(x, y, times, length);
        double[][] metres = metres(x, y);
        double[] speeds = speeds(metres, times);
        double[] accelerations = Smoothing.slope(speeds, times, smoothing);
        String vehicleClass = vehicleClass(length, x, y);
        List<TrackPoint> points = new ArrayList<>(path.size());
        for (int i = 0; i < path.size(); i++) {
            Track.Sighting sighting = path.get(i);
            Box reference = new Box(x[i], y[i], length, width, headings[i]);
            double factor = toMetres.isPresent() ? toMetres.get().scaleAt(x[i], y[i]) : 0;
            Optional<TrackPoint.Metres> inMetres = toMetres.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TrackPoint.Metres(
                            metres[i][0], metres[i][1], length * factor, width * factor, speeds[i], accelerations[i]));
            points.add(new TrackPoint(
                    sighting.frame(),
                    sighting.time(),
                    id,
                    vehicleClass,
                    reference.map(camera.get(sighting.frame()).toFrame()),
                    new double[] {x[i], y[i]},
                    inMetres,
                    !sighting.seen()));
        }
        return points;
    }

    /** The direction of travel; a vehicle that stands keeps the one that it had, or will have. */
    private double[] headings(double[] x, double[] y, double[] times, double length) {
        double[] vx = Smoothing.slope(x, times, smoothing);
        double[] vy = Smoothing.slope(y, times, smoothing);
        double[] headings = new double[x.length];
        boolean[] known = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            known[i] = Math.hypot(vx[i], vy[i]) > STANDING_LENGTHS_PER_SECOND * length;
            headings[i] = known[i] ? Math.atan2(vy[i], vx[i]) : 0;
        }
        fill(headings, known);
        return headings;
    }

    private static void fill(double[] headings, boolean[] known) {
        for (int i = 1; i < headings.length; i++) {
            if (!known[i] && known[i - 1]) {
                headings[i] = headings[i - 1];
                known[i] = true;
            }
        }
        for (int i = headings.length - 2; i >= 0; i--) {
            if (!known[i] && known[i + 1]) {
                headings[i] = headings[i + 1];
                known[i] = true;
            }
        }
    }

    private double[][] metres(double[] x, double[] y) {
        double[][] metres = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double px = x[i];
            double py = y[i];
            metres[i] = toMetres.map(map -> map.apply(px, py)).orElseGet(() -> new double[] {px, py});
        }
        return metres;
    }

    private double[] speeds(double[][] places, double[] times) {
        double[] vx =
                Smoothing.slope(Arrays.stream(places).mapToDouble(p -> p[0]).toArray(), times, smoothing / 2 + 1);
        double[] vy =
                Smoothing.slope(Arrays.stream(places).mapToDouble(p -> p[1]).toArray(), times, smoothing / 2 + 1);
        double[] speeds = new double[vx.length];
        for (int i = 0; i < vx.length; i++) {
            speeds[i] = Math.hypot(vx[i], vy[i]);
        }
        return Smoothing.smooth(speeds, smoothing);
    }

    private String vehicleClass(double length, double[] x, double[] y) {
        int middle = x.length / 2;
        if (toMetres.isEmpty()) {
            return length > 1.7 * typicalLength ? "truck" : "car";
        }
        double metres = length * toMetres.get().scaleAt(x[middle], y[middle]);
        if (metres > BUS_METRES) {
            return "bus";
        }
        return metres > TRUCK_METRES ? "truck" : "car";
    }

    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
