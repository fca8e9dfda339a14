package dev.winslow.tracker.file;

import dev.winslow.tracker.geometry.Homography;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of {@code camera.csv}.
 *
 * @param toFrame takes pixels of the reference frame to pixels of this frame
 * @param placed whether the frame could be placed; where not, the homography is that of the frame before and not to be used
 */
public record CameraFrame(
        int frame, double timeSeconds, boolean placed, String model, double errorPixels, Homography toFrame) {
    private static final String HEADER = "frame,time_s,status,model,error_px,h00,h01,h02,h10,h11,h12,h20,h21,h22";
    private static final List<String> ENTRIES = List.of("h00", "h01", "h02", "h10", "h11", "h12", "h20", "h21", "h22");

    public static List<CameraFrame> read(Path file) {
        return Csv.read(file).stream()
                .map(row -> new CameraFrame(
                        row.integer("frame"),
                        row.number("time_s"),
                        row.text("status").equals("ok"),
                        row.text("model"),
                        row.number("error_px"),
                        new Homography(ENTRIES.stream().mapToDouble(row::number).toArray())))
                .toList();
    }

    public static void write(Path file, List<CameraFrame> frames) {
        Csv.write(file, HEADER, frames.stream().map(CameraFrame::row));
    }

    private String row() {
        return Csv.row("%d,%.6f,%s,%s,%.3f,", frame, timeSeconds, placed ? "ok" : "unplaced", model, errorPixels)
                + IntStream.range(0, 9)
                        .mapToObj(i -> String.valueOf(toFrame.entry(i)))
                        .collect(Collectors.joining(","));
    }
}
