package dev.winslow.tracker.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Bars over a labelled axis. */
final class BarChart {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 480;
    private static final double LEFT = 70;
    private static final double RIGHT = 30;
    private static final double TOP = 60;
    private static final double BOTTOM = 80;
    private static final int GRID_LINES = 5;

    private BarChart() {}

    record Bar(String label, double value) {}

    /** Titles in words, axes with their units. */
    static void write(Path file, String title, String horizontal, String vertical, List<Bar> bars) {
        Svg svg = new Svg(WIDTH, HEIGHT);
        svg.text(LEFT, 34, "start", 20, title);
        double most = Math.max(1, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        double plotHeight = HEIGHT - TOP - BOTTOM;
        double plotWidth = WIDTH - LEFT - RIGHT;
        for (int i = 0; i <= GRID_LINES; i++) {
            double y = TOP + plotHeight * (1 - i / (double) GRID_LINES);
            svg.add("<line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f' stroke='#d9e2ec'/>", LEFT, WIDTH - RIGHT, y, y);
            svg.text(
                    LEFT - 8,
                    y + 4,
                    "end",
                    12,
                    String.format(Locale.ROOT, most < 10 ? "%.1f" : "%.0f", most * i / GRID_LINES));
        }
        double step = plotWidth / Math.max(1, bars.size());
        int every = (int) Math.max(1, Math.ceil(bars.size() / 14.0));
        for (int i = 0; i < bars.size(); i++) {
            double height = plotHeight * bars.get(i).value() / most;
            svg.add(
                    "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='#2563eb'/>",
                    LEFT + i * step + step * 0.12, TOP + plotHeight - height, step * 0.76, height);
            if (i % every == 0) {
                svg.text(
                        LEFT + (i + 0.5) * step,
                        HEIGHT - BOTTOM + 20,
                        "middle",
                        12,
                        bars.get(i).label());
            }
        }
        svg.text(LEFT + plotWidth / 2, HEIGHT - 24, "middle", 14, horizontal);
        svg.add("<g transform='rotate(-90 20 %.1f)'>", TOP + plotHeight / 2);
        svg.text(20, TOP + plotHeight / 2, "middle", 14, vertical).add("</g>");
        svg.write(file);
    }
}
