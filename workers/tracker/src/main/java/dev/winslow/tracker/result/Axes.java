package dev.winslow.tracker.result;

import java.util.Locale;

/** The area of a chart in a picture: horizontal grid lines with round numbers, heights of values. */
record Axes(double left, double top, double width, double height, double most, double step) {
    private static final int GRID_LINES = 5;
    private static final int MOST_LABELS = 14;

    /** High enough for the largest value; whole numbers get no parts between them. */
    static Axes of(double left, double top, double width, double height, double largest) {
        boolean whole = largest == Math.rint(largest);
        double step = Math.max(round(largest / GRID_LINES), whole ? 1 : 0);
        return new Axes(left, top, width, height, Math.max(step, step * Math.ceil(largest / step)), step);
    }

    /** The next of 1, 2, 5, 10, and so on. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(step, 0.01))));
        double digits = step / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    void grid(Svg svg) {
        for (int i = 0; i <= Math.round(most / step); i++) {
            double y = top + height - heightOf(i * step);
            svg.add("<line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f' stroke='#d9e2ec'/>", left, left + width, y, y);
            String label = String.format(Locale.ROOT, step < 0.1 ? "%.2f" : step < 1 ? "%.1f" : "%.0f", i * step);
            svg.text(left - 8, y + 4, "end", 12, label);
        }
    }

    double heightOf(double value) {
        return height * value / most;
    }

    /** A bar in one of so many slots. */
    void bar(Svg svg, double slot, double slots, double value, String colour) {
        double wide = width / slots;
        svg.add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s'/>",
                left + slot * wide + wide * 0.12, top + height - heightOf(value), wide * 0.76, heightOf(value), colour);
    }

    /** Under its slot; where there are many, some are left out. */
    void label(Svg svg, int slot, int slots, String label) {
        int every = (int) Math.max(1, Math.ceil(slots / (double) MOST_LABELS));
        if (slot % every == 0) {
            svg.text(left + (slot + 0.5) * width / slots, top + height + 20, "middle", 12, label);
        }
    }

    void names(Svg svg, String horizontal, String vertical) {
        svg.text(left + width / 2, top + height + 56, "middle", 14, horizontal);
        svg.add("<g transform='rotate(-90 20 %.1f)'>", top + height / 2);
        svg.text(20, top + height / 2, "middle", 14, vertical).add("</g>");
    }
}
