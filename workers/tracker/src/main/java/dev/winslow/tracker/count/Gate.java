package dev.winslow.tracker.count;

/** A counting line. Right and left are as seen from its first point towards its second; y points down. */
public record Gate(String name, double[] from, double[] to) {

    boolean onRight(double[] place) {
        return side(place) >= 0;
    }

    /** Whether the way between two places leads over the line, between its ends. */
    boolean isCrossed(double[] start, double[] end) {
        if (onRight(start) == onRight(end)) {
            return false;
        }
        double share = share(start, end);
        double along =
                along(new double[] {start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])});
        return along >= 0 && along <= 1;
    }

    /** Which part of the way lies before the line; only where it is crossed. */
    double share(double[] start, double[] end) {
        return side(start) / (side(start) - side(end));
    }

    /** From the nearest place of the line. */
    double distance(double[] place) {
        double along = Math.clamp(along(place), 0, 1);
        return Math.hypot(
                place[0] - from[0] - along * (to[0] - from[0]), place[1] - from[1] - along * (to[1] - from[1]));
    }

    /** Where vehicles go that cross it square, in degrees clockwise from the x axis. */
    public double heading(boolean toRight) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        return Math.toDegrees(toRight ? Math.atan2(dx, 0.0 - dy) : Math.atan2(0.0 - dx, dy));
    }

    public double[] middle() {
        return new double[] {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2};
    }

    private double side(double[] place) {
        return (to[0] - from[0]) * (place[1] - from[1]) - (to[1] - from[1]) * (place[0] - from[0]);
    }

    private double along(double[] place) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        return ((place[0] - from[0]) * dx + (place[1] - from[1]) * dy) / (dx * dx + dy * dy);
    }
}
