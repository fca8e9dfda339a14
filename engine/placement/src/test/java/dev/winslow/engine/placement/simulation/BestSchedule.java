package dev.winslow.engine.placement.simulation;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The earliest end of a few stages by trying everything: each order, and in it each stage on each node as early as there is room. Some such schedule is the best, since
 * starting a stage earlier never makes the end later. Knows nodes with one GPU only, where parts of its memory add up.
 */
record BestSchedule(List<NodeResources> nodes) {

    private record Placed(Arrival arrival, NodeResources node, long start) {
        long end() {
            return start + arrival.duration().toMillis();
        }
    }

    double seconds(List<Arrival> arrivals) {
        return best(arrivals, List.of()) / 1000.0;
    }

    private long best(List<Arrival> left, List<Placed> placed) {
        if (left.isEmpty()) {
            return placed.stream().mapToLong(Placed::end).max().orElse(0);
        }
        long best = Long.MAX_VALUE;
        for (Arrival next : left) {
            List<Arrival> others = new ArrayList<>(left);
            others.remove(next);
            for (NodeResources node : nodes) {
                if (fits(List.of(next), node.total())) {
                    best = Math.min(best, best(others, with(placed, next, node)));
                }
            }
        }
        return best;
    }

    private static List<Placed> with(List<Placed> placed, Arrival next, NodeResources node) {
        List<Placed> there =
                placed.stream().filter(other -> other.node().equals(node)).toList();
        long start = Stream.concat(
                        Stream.of(next.at().toMillis()), there.stream().map(Placed::end))
                .filter(moment -> moment >= next.at().toMillis())
                .sorted()
                .filter(moment -> isRoom(there, new Placed(next, node, moment)))
                .findFirst()
                .orElseThrow();
        return Stream.concat(placed.stream(), Stream.of(new Placed(next, node, start)))
                .toList();
    }

    private static boolean isRoom(List<Placed> there, Placed next) {
        return Stream.concat(Stream.of(next), there.stream())
                .map(Placed::start)
                .filter(moment -> moment >= next.start() && moment < next.end())
                .allMatch(moment -> fits(
                        Stream.concat(Stream.of(next), there.stream())
                                .filter(other -> other.start() <= moment && moment < other.end())
                                .map(Placed::arrival)
                                .toList(),
                        next.node().total()));
    }

    private static boolean fits(List<Arrival> together, Capabilities total) {
        List<Requirements> needs =
                together.stream().map(arrival -> arrival.stage().needs()).toList();
        long gpuMemory = total.gpus().isEmpty() ? 0 : total.gpus().getFirst().memoryBytes();
        return needs.stream().mapToDouble(Requirements::cores).sum() <= total.cores()
                && needs.stream().mapToLong(Requirements::memoryBytes).sum() <= total.memoryBytes()
                && needs.stream()
                                .mapToLong(need -> need.place().sharesGpus()
                                        ? need.place().gpuMemoryBytes()
                                        : need.gpus() * Math.max(1, gpuMemory))
                                .sum()
                        <= gpuMemory;
    }
}
