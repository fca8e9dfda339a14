package dev.winslow.tracker.file;

import dev.winslow.tracker.geometry.Box;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A row of {@code detections.csv}: the box is in the reference frame. Score from 0 to 1. */
public record Detection(int frame, double timeSeconds, Box box, String vehicleClass, double score) {
    private static final String HEADER = "frame,time_s,x_px,y_px,length_px,width_px,heading_deg,class,score";

    public static List<Detection> read(Path file) {
        return Csv.read(file).stream()
                .map(row -> new Detection(
                        row.integer("frame"),
                        row.number("time_s"),
                        new Box(
                                row.number("x_px"),
                                row.number("y_px"),
                                row.number("length_px"),
                                row.number("width_px"),
                                Math.toRadians(row.number("heading_deg"))),
                        row.text("class"),
                        row.number("score")))
                .toList();
    }

    public static void write(Path file, Stream<Detection> detections) {
        Csv.write(
                file,
                HEADER,
                detections.map(d -> Csv.row(
                        "%d,%.6f,%.2f,%.2f,%.2f,%.2f,%.1f,%s,%.3f",
                        d.frame,
                        d.timeSeconds,
                        d.box.x(),
                        d.box.y(),
                        d.box.length(),
                        d.box.width(),
                        Math.toDegrees(d.box.heading()),
                        d.vehicleClass,
                        d.score)));
    }
}
