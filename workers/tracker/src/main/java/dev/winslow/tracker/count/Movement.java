package dev.winslow.tracker.count;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From where to where vehicles went.
 *
 * @param to empty where they came to no second place
 */
public record Movement(String from, String to) {

    public String words() {
        return to.isEmpty() ? "only " + from : from + " to " + to;
    }

    /**
     * From the first line that a vehicle crossed to the last one. All pairs of different lines are told, also those that nobody took;
     * a line by itself, or twice, only where a vehicle did so.
     */
    public static Map<Movement, Integer> between(List<Gate> gates, Collection<Crossing> crossings) {
        Map<Movement, Integer> taken = new HashMap<>();
        crossings.stream()
                .collect(Collectors.groupingBy(Crossing::trackId))
                .values()
                .forEach(way -> taken.merge(of(way), 1, Integer::sum));
        Map<Movement, Integer> told = new LinkedHashMap<>();
        for (Gate from : gates) {
            Stream.concat(gates.stream().map(Gate::name), Stream.of(""))
                    .map(to -> new Movement(from.name(), to))
                    .filter(movement -> movement.isBetweenLines() || taken.containsKey(movement))
                    .forEach(movement -> told.put(movement, taken.getOrDefault(movement, 0)));
        }
        return told;
    }

    private boolean isBetweenLines() {
        return !to.isEmpty() && !to.equals(from);
    }

    private static Movement of(List<Crossing> crossings) {
        List<Crossing> way = crossings.stream()
                .sorted(Comparator.comparingDouble(Crossing::timeSeconds))
                .toList();
        String to = way.size() == 1 ? "" : way.getLast().gate().name();
        return new Movement(way.getFirst().gate().name(), to);
    }
}
