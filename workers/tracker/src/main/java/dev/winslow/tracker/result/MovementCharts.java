package dev.winslow.tracker.result;

import dev.winslow.tracker.count.Counts;
import dev.winslow.tracker.count.Gate;
import dev.winslow.tracker.count.Movement;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From where to where vehicles went: between counting lines where there are two of them, or else between the sides of the picture. */
final class MovementCharts {
    private static final double CELL = 110;
    private static final double TOP = 110;
    private static final double LEFT = 200;

    private MovementCharts() {}

    static void betweenLines(Counts counts, Path folder) {
        Map<Movement, Integer> movements = Movement.between(counts.gates(), counts.crossings());
        table(movements, folder);
        List<String> names = counts.gates().stream().map(Gate::name).toList();
        Svg svg = new Svg(Math.max(640, LEFT + CELL * (names.size() + 1) + 30), TOP + CELL / 2 * names.size() + 30);
        svg.text(30, 34, "start", 20, "Vehicles from the first line that they crossed to the last");
        int most = movements.values().stream().mapToInt(count -> count).max().orElse(0);
        for (int to = 0; to <= names.size(); to++) {
            svg.text(
                    LEFT + CELL * (to + 0.5),
                    TOP - 12,
                    "middle",
                    14,
                    to < names.size() ? "to " + names.get(to) : "no other line");
        }
        for (int from = 0; from < names.size(); from++) {
            svg.text(LEFT - 12, TOP + CELL / 2 * (from + 0.5) + 5, "end", 14, "from " + names.get(from));
            for (int to = 0; to <= names.size(); to++) {
                Movement movement = new Movement(names.get(from), to < names.size() ? names.get(to) : "");
                cell(svg, from, to, movements.getOrDefault(movement, 0), most);
            }
        }
        svg.write(folder.resolve("movements.svg"));
    }

    private static void cell(Svg svg, int from, int to, int vehicles, int most) {
        double share = vehicles / (double) Math.max(1, most);
        double x = LEFT + CELL * to;
        double y = TOP + CELL / 2 * from;
        svg.add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s' fill-opacity='%.2f' stroke='#d9e2ec'/>",
                x, y, CELL - 4, CELL / 2 - 4, Palette.RIGHT, 0.8 * share);
        svg.text(
                x + CELL / 2 - 2,
                y + CELL / 4 + 4,
                "middle",
                16,
                share > 0.6 ? "#ffffff" : "#1f2933",
                String.valueOf(vehicles));
    }

    static void betweenSides(Collection<List<TrackPoint>> tracks, VideoInfo info, Path folder) {
        Map<Movement, Integer> movements = new TreeMap<>(Comparator.comparing(Movement::words));
        tracks.forEach(track -> movements.merge(
                new Movement(
                        side(track.getFirst().reference(), info),
                        side(track.getLast().reference(), info)),
                1,
                Integer::sum));
        table(movements, folder);
        BarChart.write(
                folder.resolve("movements.svg"),
                "Vehicles by movement across the picture",
                "From side to side",
                "Vehicles",
                movements.entrySet().stream()
                        .map(entry -> new BarChart.Bar(entry.getKey().words(), entry.getValue()))
                        .toList());
    }

    private static void table(Map<Movement, Integer> movements, Path folder) {
        Csv.write(
                folder.resolve("movements.csv"),
                "movement,vehicles,from,to",
                movements.entrySet().stream()
                        .map(entry -> Csv.row(
                                "%s,%d,%s,%s",
                                entry.getKey().words(),
                                entry.getValue(),
                                entry.getKey().from(),
                                entry.getKey().to())));
    }

    /** The side of the picture that a place lies nearest to. */
    private static String side(double[] place, VideoInfo info) {
        double x = place[0] / info.width();
        double y = place[1] / info.height();
        double least = Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
        if (least == x) {
            return "left";
        }
        if (least == 1 - x) {
            return "right";
        }
        return least == y ? "top" : "bottom";
    }
}
