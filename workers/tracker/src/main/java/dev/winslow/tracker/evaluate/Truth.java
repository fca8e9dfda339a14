package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.geometry.Box;
import java.nio.file.Path;
import java.util.List;

/** A vehicle in a frame, as it truly was. */
record Truth(int frame, int id, double[] box, double speed, boolean visible) {
    static List<Truth> read(Path file) {
        return Csv.read(file).stream()
                .map(row -> new Truth(
                        row.integer("frame"),
                        row.integer("id"),
                        new Box(
                                        row.number("cx_px"),
                                        row.number("cy_px"),
                                        row.number("length_px"),
                                        row.number("width_px"),
                                        Math.toRadians(row.number("angle_deg")))
                                .upright(),
                        row.number("speed_mps"),
                        row.text("visible").equals("1")))
                .toList();
    }
}
