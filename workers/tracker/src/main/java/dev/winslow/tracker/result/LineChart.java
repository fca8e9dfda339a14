package dev.winslow.tracker.result;

import dev.winslow.tracker.count.Counts;
import dev.winslow.tracker.count.Gate;
import dev.winslow.tracker.file.Csv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that counting lines counted, with arrows over the picture; a dot marks a line's first point. */
final class LineChart {
    /** In letters' heights. */
    private static final double ARROW = 3;

    private final PlacePicture place;
    private final Svg svg;

    private LineChart(PlacePicture place) {
        this.place = place;
        this.svg = place.svg();
    }

    static void write(PlacePicture place, Counts counts, Path folder) {
        LineChart chart = new LineChart(place);
        List<String> rows = new ArrayList<>();
        for (Gate gate : counts.gates()) {
            chart.line(gate);
            for (boolean toRight : List.of(true, false)) {
                int vehicles = counts.over(gate, toRight).size();
                chart.arrow(gate, toRight, vehicles);
                rows.add(Csv.row(
                        "%s,%s,%.0f,%d", gate.name(), CountCharts.direction(toRight), gate.heading(toRight), vehicles));
            }
            chart.name(gate);
        }
        chart.svg.write(folder.resolve("counting-lines.svg"));
        Csv.write(folder.resolve("counting-lines.csv"), "line,direction,heading_deg,vehicles", rows.stream());
    }

    private void line(Gate gate) {
        svg.add(
                "<polyline points='%s' stroke='#111827' stroke-width='%.1f'/>",
                PlacePicture.points(List.of(gate.from(), gate.to())), 3 * place.stroke());
        svg.add(
                "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='#111827'/>",
                gate.from()[0], gate.from()[1], 5 * place.stroke());
    }

    /** Behind the line's second point, where no arrow is. */
    private void name(Gate gate) {
        double size = place.letters();
        double angle = Math.toRadians(gate.heading(true) - 90);
        svg.label(
                gate.to()[0] + 1.2 * size * Math.cos(angle),
                gate.to()[1] + 1.2 * size * Math.sin(angle) + size / 3,
                place.letters(),
                gate.name());
    }

    private void arrow(Gate gate, boolean toRight, int vehicles) {
        double size = place.letters();
        double[] middle = gate.middle();
        double angle = Math.toRadians(gate.heading(toRight));
        double[] way = {Math.cos(angle) * size, Math.sin(angle) * size};
        double[] neck = {middle[0] + (ARROW - 1) * way[0], middle[1] + (ARROW - 1) * way[1]};
        double[] tip = {middle[0] + ARROW * way[0], middle[1] + ARROW * way[1]};
        List<double[]> outline = List.of(tip, new double[] {neck[0] - way[1] / 2, neck[1] + way[0] / 2}, new double[] {
            neck[0] + way[1] / 2, neck[1] - way[0] / 2
        });
        String colour = toRight ? Palette.RIGHT : Palette.LEFT;
        svg.add(
                "<polyline points='%s' stroke='%s' stroke-width='%.1f'/>",
                PlacePicture.points(List.of(middle, neck)), colour, 4 * place.stroke());
        svg.add("<polygon points='%s' fill='%s'/>", PlacePicture.points(outline), colour);
        svg.label(
                middle[0] + (ARROW + 0.8) * way[0],
                middle[1] + (ARROW + 0.8) * way[1] + size / 3,
                place.letters(),
                String.valueOf(vehicles));
    }
}
