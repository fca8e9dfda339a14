package dev.winslow.engine.task;

import dev.winslow.engine.task.PointsAnswer.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The area that points span: their convex hull, by Andrew's monotone chain. */
final class Hull {
    private Hull() {}

    static double area(List<Point> points) {
        List<Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        List<Point> hull = chain(sorted);
        hull.addAll(chain(sorted.reversed()));
        double twice = 0;
        for (int i = 0; i < hull.size(); i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** One side of the hull, without its last point. */
    private static List<Point> chain(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        if (!chain.isEmpty()) {
            chain.removeLast();
        }
        return chain;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
