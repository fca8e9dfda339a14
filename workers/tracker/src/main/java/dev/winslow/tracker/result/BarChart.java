package dev.winslow.tracker.result;

import java.nio.file.Path;
import java.util.List;

/** Bars over a labelled axis. */
final class BarChart {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 480;
    private static final double LEFT = 70;
    private static final double RIGHT = 30;
    private static final double TOP = 60;
    private static final double BOTTOM = 80;

    private BarChart() {}

    record Bar(String label, double value) {}

    /** Titles in words, axes with their units. */
    static void write(Path file, String title, String horizontal, String vertical, List<Bar> bars) {
        Svg svg = new Svg(WIDTH, HEIGHT);
        svg.text(LEFT, 34, "start", 20, title);
        double largest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        Axes axes = Axes.of(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, largest);
        axes.grid(svg);
        for (int i = 0; i < bars.size(); i++) {
            axes.bar(svg, i, bars.size(), bars.get(i).value(), "#2563eb");
            axes.label(svg, i, bars.size(), bars.get(i).label());
        }
        axes.names(svg, horizontal, vertical);
        svg.write(file);
    }
}
