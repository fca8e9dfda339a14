package dev.winslow.tracker.result;

import dev.winslow.tracker.count.Counts;
import dev.winslow.tracker.count.Crossing;
import dev.winslow.tracker.count.Gate;
import dev.winslow.tracker.count.Intervals;
import dev.winslow.tracker.file.Csv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What counting lines counted over time. Lines that nobody crossed are told too. */
final class CountCharts {
    private static final double LEFT = 70;
    private static final double TOP = 80;
    private static final double WIDTH = 800;
    private static final double PANEL = 250;
    private static final double HEAD = 40;
    private static final double FOOT = 70;

    private final Counts counts;
    private final Intervals intervals;

    CountCharts(Counts counts, Intervals intervals) {
        this.counts = counts;
        this.intervals = intervals;
    }

    void write(Path folder, SortedSet<String> classes) {
        List<String> rows = new ArrayList<>();
        counts.gates().forEach(gate -> {
            rows.addAll(rows(gate, true, classes));
            rows.addAll(rows(gate, false, classes));
        });
        Csv.write(folder.resolve("counts.csv"), "line,direction,heading_deg,time_s,class,vehicles", rows.stream());
        panels().write(folder.resolve("counts.svg"));
    }

    private List<String> rows(Gate gate, boolean toRight, SortedSet<String> classes) {
        List<String> rows = new ArrayList<>();
        for (String kind : classes) {
            int[] vehicles = counts.overTime(gate, toRight, kind, intervals);
            for (int i = 0; i < vehicles.length; i++) {
                rows.add(Csv.row(
                        "%s,%s,%.0f,%.0f,%s,%d",
                        gate.name(), direction(toRight), gate.heading(toRight), intervals.start(i), kind, vehicles[i]));
            }
        }
        return rows;
    }

    /** A panel for each line, with the bars of both directions side by side. */
    private Svg panels() {
        Svg svg = new Svg(LEFT + WIDTH + 30, TOP + PANEL * counts.gates().size());
        svg.text(LEFT, 34, "start", 20, Csv.row("Vehicles over counting lines in each %.0f s", intervals.seconds()));
        svg.text(LEFT, 56, "start", 12, "Right and left as seen from the line's first point towards its second");
        double top = TOP;
        for (Gate gate : counts.gates()) {
            panel(svg, gate, top);
            top += PANEL;
        }
        return svg;
    }

    private void panel(Svg svg, Gate gate, double top) {
        int[] right = counts.overTime(gate, true, intervals);
        int[] left = counts.overTime(gate, false, intervals);
        int most = Math.max(
                Arrays.stream(right).max().orElse(0), Arrays.stream(left).max().orElse(0));
        Axes axes = Axes.of(LEFT, top + HEAD, WIDTH, PANEL - HEAD - FOOT, Math.max(1, most));
        svg.text(LEFT, top + 12, "start", 16, gate.name());
        svg.text(LEFT, top + 30, "start", 12, Palette.RIGHT, told(counts.over(gate, true), true));
        svg.text(LEFT + WIDTH / 2, top + 30, "start", 12, Palette.LEFT, told(counts.over(gate, false), false));
        axes.grid(svg);
        for (int i = 0; i < right.length; i++) {
            // Two bars and a bar's breadth of space.
            axes.bar(svg, 3 * i + 0.5, 3.0 * right.length, right[i], Palette.RIGHT);
            axes.bar(svg, 3 * i + 1.5, 3.0 * right.length, left[i], Palette.LEFT);
            axes.label(svg, i, right.length, Csv.row("%.0f", intervals.start(i)));
        }
        axes.names(svg, "Time in s", "Vehicles");
    }

    private static String told(List<Crossing> crossings, boolean toRight) {
        Map<String, Long> classes = crossings.stream()
                .collect(Collectors.groupingBy(Crossing::vehicleClass, TreeMap::new, Collectors.counting()));
        String parts = classes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return crossings.size() + " to the " + direction(toRight) + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    static String direction(boolean toRight) {
        return toRight ? "right" : "left";
    }
}
