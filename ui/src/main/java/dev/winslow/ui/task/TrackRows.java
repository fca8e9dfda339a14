package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Packs a table of trajectories for a page that draws them: ten numbers of four bytes a row, little-endian, in the order of the table: frame, track and
 * class as integers; seconds, x, y, length, width (pixels of the frame), heading (degrees) and speed (m/s) as floats. What is not known is NaN.
 */
final class TrackRows {
    static final int ROW_BYTES = 40;
    private static final int BUFFER_ROWS = 1600;
    private static final List<String> CLASSES = List.of("car", "truck", "bus", "vehicle");
    private static final List<String> FLOATS =
            List.of("time_s", "x_px", "y_px", "length_px", "width_px", "heading_deg", "speed_mps");

    private final int frame;
    private final int track;
    private final int vehicleClass;
    private final int[] floats;

    private TrackRows(List<String> header) {
        frame = header.indexOf("frame");
        track = header.indexOf("track_id");
        vehicleClass = header.indexOf("class");
        floats = FLOATS.stream().mapToInt(header::indexOf).toArray();
    }

    /** What keeps a table from being drawn, by its first line. */
    static Optional<String> problem(String header) {
        List<String> columns = List.of(header.split(",", -1));
        return List.of("frame", "time_s", "track_id", "x_px", "y_px").stream()
                .filter(column -> !columns.contains(column))
                .findFirst()
                .map(column -> t("The table of trajectories has no column {0}.", column));
    }

    /** @param csv behind its first line, sorted by frame */
    static void pack(String header, Reader csv, OutputStream out) throws IOException {
        TrackRows rows = new TrackRows(Arrays.asList(header.strip().split(",", -1)));
        byte[] packed = new byte[BUFFER_ROWS * ROW_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        BufferedReader lines = new BufferedReader(csv, 1 << 16);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            rows.put(line.strip().split(",", -1), buffer);
            if (!buffer.hasRemaining()) {
                out.write(packed);
                buffer.clear();
            }
        }
        out.write(packed, 0, buffer.position());
    }

    private void put(String[] cells, ByteBuffer buffer) {
        buffer.putInt(Integer.parseInt(cells[frame]));
        buffer.putInt(Integer.parseInt(cells[track]));
        buffer.putInt(vehicleClass < 0 ? CLASSES.size() - 1 : Math.max(0, CLASSES.indexOf(cells[vehicleClass])));
        for (int column : floats) {
            buffer.putFloat(column < 0 || cells[column].isEmpty() ? Float.NaN : Float.parseFloat(cells[column]));
        }
    }
}
