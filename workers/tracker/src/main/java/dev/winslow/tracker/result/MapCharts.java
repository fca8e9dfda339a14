package dev.winslow.tracker.result;

import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Charts that lie over the picture of the place. */
final class MapCharts {
    private static final int CELLS = 64;
    private static final int LINE_STEP = 5;

    private final PlacePicture place;
    private final VideoInfo info;
    private final Path folder;

    MapCharts(PlacePicture place, Path folder) {
        this.place = place;
        this.info = place.info();
        this.folder = folder;
    }

    void trajectories(Map<Integer, List<TrackPoint>> tracks) {
        Svg svg = place.svg();
        List<String> rows = new ArrayList<>();
        double stroke = place.stroke();
        tracks.forEach((id, track) -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < track.size(); i += LINE_STEP) {
                double[] at = track.get(i).reference();
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", at[0], at[1]));
                rows.add(Csv.row("%d,%d,%.2f,%.2f", id, track.get(i).frame(), at[0], at[1]));
            }
            svg.add(
                    "<polyline points='%s' fill='none' stroke='%s' stroke-width='%.1f' stroke-opacity='0.85'/>",
                    line, Palette.hex(id), stroke);
        });
        svg.write(folder.resolve("trajectories.svg"));
        Csv.write(folder.resolve("trajectories.csv"), "track_id,frame,x_ref_px,y_ref_px", rows.stream());
    }

    /** Counts vehicles a cell, each once. */
    void heatMap(Collection<List<TrackPoint>> tracks) {
        double cell = Math.max(info.width(), info.height()) / (double) CELLS;
        int columns = (int) Math.ceil(info.width() / cell);
        int rows = (int) Math.ceil(info.height() / cell);
        int[] counts = new int[columns * rows];
        for (List<TrackPoint> track : tracks) {
            track.stream()
                    .map(TrackPoint::reference)
                    .filter(p -> p[0] >= 0 && p[1] >= 0 && p[0] < info.width() && p[1] < info.height())
                    .mapToInt(p -> ((int) (p[1] / cell)) * columns + (int) (p[0] / cell))
                    .distinct()
                    .forEach(index -> counts[index]++);
        }
        int most = Math.max(1, java.util.Arrays.stream(counts).max().orElse(1));
        Svg svg = place.svg();
        List<String> table = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double x = i % columns * cell;
                double y = Math.floorDiv(i, columns) * cell;
                double share = counts[i] / (double) most;
                svg.add(
                        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='hsl(%.0f,90%%,50%%)' fill-opacity='%.2f'/>",
                        x, y, cell, cell, 240 * (1 - share), 0.25 + 0.5 * share);
                table.add(Csv.row("%.1f,%.1f,%.1f,%d", x, y, cell, counts[i]));
            }
        }
        svg.write(folder.resolve("heat-map.svg"));
        Csv.write(folder.resolve("heat-map.csv"), "x_px,y_px,side_px,vehicles", table.stream());
    }
}
