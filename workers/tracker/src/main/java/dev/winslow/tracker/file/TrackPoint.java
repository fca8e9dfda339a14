package dev.winslow.tracker.file;

import dev.winslow.tracker.geometry.Box;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code trajectories.csv}: a vehicle in a frame.
 *
 * @param box in pixels of the frame
 * @param reference centre in pixels of the reference frame
 * @param metres where a scale is known
 * @param interpolated whether the vehicle was not seen in this frame but is known to have been there
 */
public record TrackPoint(
        int frame,
        double timeSeconds,
        int trackId,
        String vehicleClass,
        Box box,
        double[] reference,
        Optional<Metres> metres,
        boolean interpolated) {
    public static final String HEADER =
            "frame,time_s,track_id,class,x_px,y_px,x_ref_px,y_ref_px,length_px,width_px,heading_deg,"
                    + "x_m,y_m,length_m,width_m,speed_mps,accel_mps2,interpolated";

    /** Place and size in metres, speed in m/s, acceleration along the way in m/s2. */
    public record Metres(double x, double y, double length, double width, double speed, double acceleration) {}

    public static List<TrackPoint> read(Path file) {
        return Csv.read(file).stream().map(TrackPoint::of).toList();
    }

    private static TrackPoint of(Csv.Row row) {
        Optional<Metres> metres = row.isEmpty("speed_mps")
                ? Optional.empty()
                : Optional.of(new Metres(
                        row.number("x_m"),
                        row.number("y_m"),
                        row.number("length_m"),
                        row.number("width_m"),
                        row.number("speed_mps"),
                        row.number("accel_mps2")));
        return new TrackPoint(
                row.integer("frame"),
                row.number("time_s"),
                row.integer("track_id"),
                row.text("class"),
                new Box(
                        row.number("x_px"),
                        row.number("y_px"),
                        row.number("length_px"),
                        row.number("width_px"),
                        Math.toRadians(row.number("heading_deg"))),
                new double[] {row.number("x_ref_px"), row.number("y_ref_px")},
                metres,
                row.integer("interpolated") == 1);
    }

    public static void write(Path file, List<TrackPoint> points) {
        Csv.write(file, HEADER, points.stream().map(TrackPoint::row));
    }

    public String row() {
        String inMetres = metres.map(m ->
                        Csv.row("%.3f,%.3f,%.2f,%.2f,%.3f,%.3f", m.x, m.y, m.length, m.width, m.speed, m.acceleration))
                .orElse(",,,,,");
        return Csv.row(
                "%d,%.6f,%d,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.1f,%s,%d",
                frame,
                timeSeconds,
                trackId,
                vehicleClass,
                box.x(),
                box.y(),
                reference[0],
                reference[1],
                box.length(),
                box.width(),
                Math.toDegrees(box.heading()),
                inMetres,
                interpolated ? 1 : 0);
    }
}
