package dev.winslow.engine.task;

import dev.winslow.engine.task.PointsAnswer.Shape;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with lanes, counting lines and regions, a sentence each. */
final class ShapeCheck {
    private ShapeCheck() {}

    static List<String> problems(PointsAnswer answer) {
        List<String> problems = new ArrayList<>();
        answer.lanes().stream()
                .filter(lane -> lane.points().size() < 2)
                .forEach(lane -> problems.add("The lane \"" + lane.name() + "\" needs at least two points."));
        answer.regions().stream()
                .filter(region -> region.points().size() < 3)
                .forEach(region -> problems.add("The region \"" + region.name() + "\" needs at least three corners."));
        answer.regions().stream()
                .filter(ShapeCheck::crossesItself)
                .forEach(region -> problems.add("The outline of the region \"" + region.name() + "\" crosses itself."));
        answer.lines().stream()
                .filter(line -> Math.hypot(line.to()[0] - line.from()[0], line.to()[1] - line.from()[1]) < 1)
                .forEach(line -> problems.add("The counting line \"" + line.name() + "\" has no length."));
        return problems;
    }

    private static boolean crossesItself(Shape region) {
        List<double[]> corners = region.points();
        int count = corners.size();
        for (int i = 0; i < count; i++) {
            for (int j = i + 2; j < count; j++) {
                boolean neighbours = i == 0 && j == count - 1;
                if (!neighbours
                        && cross(corners.get(i), corners.get(i + 1), corners.get(j), corners.get((j + 1) % count))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(double[] a, double[] b, double[] p) {
        return Math.signum((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
    }
}
