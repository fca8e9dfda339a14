package dev.winslow.tracker.result;

import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import dev.winslow.tracker.lanes.LanesCommand.Lane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where most vehicles come through, and where fewest: a person's lanes, or else the cells that any vehicle came through. */
final class HotSpotChart {
    private static final int CELLS = 16;

    private final PlacePicture place;
    private final VideoInfo info;

    HotSpotChart(PlacePicture place) {
        this.place = place;
        this.info = place.info();
    }

    /** A lane's middle, or a cell's corner and side. */
    private record Spot(String name, double[] at, double side, List<double[]> line, long vehicles) {}

    void write(Collection<List<TrackPoint>> tracks, KnownLanes lanes, Path folder) {
        List<Spot> ranked = (lanes.areDrawn() ? lanes(lanes) : cells(tracks))
                .stream()
                        .sorted(Comparator.comparingLong(Spot::vehicles).reversed())
                        .toList();
        long most = ranked.stream().mapToLong(Spot::vehicles).max().orElse(1);
        Svg svg = place.svg();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Spot spot = ranked.get(i);
            draw(svg, spot, spot.vehicles / (double) Math.max(1, most));
            rows.add(row(i + 1, spot));
        }
        for (int i = 0; i < ranked.size(); i++) {
            name(svg, i + 1, ranked.get(i));
        }
        svg.write(folder.resolve("hot-spots.svg"));
        Csv.write(
                folder.resolve("hot-spots.csv"),
                "rank,place,x_px,y_px,side_px,vehicles,vehicles_per_hour",
                rows.stream());
    }

    private static List<Spot> lanes(KnownLanes known) {
        Map<Integer, Long> vehicles = known.laneOfTrack().values().stream()
                .collect(Collectors.groupingBy(lane -> lane, Collectors.counting()));
        return known.lanes().stream()
                .map(lane -> new Spot(
                        lane.name().replace(',', ';'),
                        middle(lane),
                        0,
                        lane.centre(),
                        vehicles.getOrDefault(lane.id(), 0L)))
                .toList();
    }

    private static double[] middle(Lane lane) {
        int count = lane.centre().size();
        double[] before = lane.centre().get((count - 1) / 2);
        double[] after = lane.centre().get(count / 2);
        return new double[] {(before[0] + after[0]) / 2, (before[1] + after[1]) / 2};
    }

    /** Each vehicle counts once in a cell. */
    private List<Spot> cells(Collection<List<TrackPoint>> tracks) {
        double side = Math.max(info.width(), info.height()) / (double) CELLS;
        Map<Integer, Long> vehicles = tracks.stream()
                .flatMap(track -> track.stream()
                        .map(TrackPoint::reference)
                        .filter(p -> p[0] >= 0 && p[1] >= 0 && p[0] < info.width() && p[1] < info.height())
                        .map(p -> ((int) (p[1] / side)) * CELLS + (int) (p[0] / side))
                        .distinct())
                .collect(Collectors.groupingBy(cell -> cell, TreeMap::new, Collectors.counting()));
        return vehicles.entrySet().stream()
                .map(cell -> {
                    int column = cell.getKey() % CELLS;
                    int row = Math.floorDiv(cell.getKey(), CELLS);
                    return new Spot(
                            Csv.row("cell %d-%d", column + 1, row + 1),
                            new double[] {column * side, row * side},
                            side,
                            List.of(),
                            cell.getValue());
                })
                .toList();
    }

    private void draw(Svg svg, Spot spot, double share) {
        String colour = Csv.row("hsl(%.0f,90%%,50%%)", 240 * (1 - share));
        if (spot.side > 0) {
            svg.add(
                    "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s' fill-opacity='%.2f'/>",
                    spot.at[0], spot.at[1], spot.side, spot.side, colour, 0.25 + 0.4 * share);
        } else {
            svg.add(
                    "<polyline points='%s' fill='none' stroke='%s' stroke-opacity='0.7' stroke-width='%.1f'/>",
                    PlacePicture.points(spot.line), colour, (3 + 9 * share) * place.stroke());
        }
    }

    private void name(Svg svg, int rank, Spot spot) {
        int size = place.letters();
        double x = spot.at[0] + spot.side / 2;
        double y = spot.at[1] + spot.side / 2;
        svg.label(x, y, size, spot.side > 0 ? "#" + rank : "#" + rank + " " + spot.name);
        svg.label(x, y + size, size * 3 / 4, String.valueOf(spot.vehicles));
    }

    private String row(int rank, Spot spot) {
        return Csv.row(
                "%d,%s,%.1f,%.1f,%s,%d,%.1f",
                rank,
                spot.name,
                spot.at[0],
                spot.at[1],
                spot.side > 0 ? Csv.row("%.1f", spot.side) : "",
                spot.vehicles,
                spot.vehicles * 3600 / Math.max(1, info.durationSeconds()));
    }
}
