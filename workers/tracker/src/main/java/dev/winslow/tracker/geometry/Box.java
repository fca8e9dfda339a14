package dev.winslow.tracker.geometry;

/** An oriented box: centre, length along the heading and width across it in pixels; the heading in radians, clockwise from the x axis. */
public record Box(double x, double y, double length, double width, double heading) {

    /** The four corners, round the box. */
    public double[][] corners() {
        double cos = Math.cos(heading);
        double sin = Math.sin(heading);
        double[][] corners = new double[4][];
        int[][] signs = {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}};
        for (int i = 0; i < 4; i++) {
            double along = signs[i][0] * length / 2;
            double across = signs[i][1] * width / 2;
            corners[i] = new double[] {x + along * cos - across * sin, y + along * sin + across * cos};
        }
        return corners;
    }

    public Box shifted(double dx, double dy) {
        return new Box(x + dx, y + dy, length, width, heading);
    }

    public double area() {
        return length * width;
    }

    /** A place as seen from the box: along its heading and across it, from its centre. */
    public double[] local(double px, double py) {
        double cos = Math.cos(heading);
        double sin = Math.sin(heading);
        return new double[] {(px - x) * cos + (py - y) * sin, (py - y) * cos - (px - x) * sin};
    }

    public boolean holds(double px, double py) {
        double[] place = local(px, py);
        return Math.abs(place[0]) <= length / 2 && Math.abs(place[1]) <= width / 2;
    }

    /** The box along the axes that holds this one: left, top, width, height. */
    public double[] upright() {
        double w = Math.abs(length * Math.cos(heading)) + Math.abs(width * Math.sin(heading));
        double h = Math.abs(length * Math.sin(heading)) + Math.abs(width * Math.cos(heading));
        return new double[] {x - w / 2, y - h / 2, w, h};
    }

    /** The box as another picture shows it; exact for a similarity. */
    public Box map(Homography map) {
        double[] centre = map.apply(x, y);
        double[] front = map.apply(x + Math.cos(heading), y + Math.sin(heading));
        double scale = map.scaleAt(x, y);
        return new Box(
                centre[0],
                centre[1],
                length * scale,
                width * scale,
                Math.atan2(front[1] - centre[1], front[0] - centre[0]));
    }

    /** Intersection over union of the upright boxes (left, top, width, height). */
    public static double overlap(double[] a, double[] b) {
        double w = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
        double h = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
        double common = Math.max(0, w) * Math.max(0, h);
        double union = a[2] * a[3] + b[2] * b[3] - common;
        return union > 0 ? common / union : 0;
    }
}
