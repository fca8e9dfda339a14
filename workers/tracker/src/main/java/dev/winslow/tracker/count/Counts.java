package dev.winslow.tracker.count;

import java.util.List;

/** What all counting lines counted. */
public record Counts(List<Gate> gates, List<Crossing> crossings) {

    public List<Crossing> over(Gate gate, boolean toRight) {
        return crossings.stream()
                .filter(crossing -> crossing.gate().equals(gate) && crossing.toRight() == toRight)
                .toList();
    }

    /** By interval. */
    public int[] overTime(Gate gate, boolean toRight, Intervals intervals) {
        return overTime(over(gate, toRight), intervals);
    }

    /** By interval, those of a class. */
    public int[] overTime(Gate gate, boolean toRight, String vehicleClass, Intervals intervals) {
        return overTime(
                over(gate, toRight).stream()
                        .filter(crossing -> crossing.vehicleClass().equals(vehicleClass))
                        .toList(),
                intervals);
    }

    private static int[] overTime(List<Crossing> crossings, Intervals intervals) {
        int[] counts = new int[intervals.count()];
        crossings.forEach(crossing -> counts[intervals.index(crossing.timeSeconds())]++);
        return counts;
    }
}
