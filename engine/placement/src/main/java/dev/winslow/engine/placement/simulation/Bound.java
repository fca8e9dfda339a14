package dev.winslow.engine.placement.simulation;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * When a workload can be over at the earliest, whatever the policy and however much it knew beforehand. For any moment, what has come by then could
 * have run until then at most; what is left of it, and all that comes later, takes what the nodes can give. The latest such end is the bound, over
 * all moments, over each kind of resource, and over each set of nodes that some stages are confined to.
 */
final class Bound {
    // Parts of GPUs are added up elsewhere, since their size is the GPU's matter.
    private static final Kind GPUS = new Kind(
            needs -> needs.place().sharesGpus() ? 0 : needs.gpus(),
            total -> total.gpus().size());
    private static final List<Kind> KINDS = List.of(
            new Kind(Requirements::cores, Capabilities::cores),
            new Kind(needs -> (double) needs.memoryBytes(), total -> (double) total.memoryBytes()),
            GPUS);
    /** What a node has is rounded up, what a stage takes down, so that the last digit makes no bound too high. */
    private static final double ROUNDING = 1e-9;

    /** Of the sizes of stages that room could be counted in, so many are at most; one that is not counted in only misses a bound. */
    private static final int SIZES = 12;

    private Bound() {}

    /** What of a resource a stage takes and a node has. */
    private record Kind(ToDoubleFunction<Requirements> taken, ToDoubleFunction<Capabilities> there) {

        /** The share of a node that a stage takes of it at least. */
        double share(Requirements needs, Collection<NodeResources> nodes) {
            double most = nodes.stream()
                    .mapToDouble(node -> there.applyAsDouble(node.total()))
                    .max()
                    .orElse(0);
            return most > 0 ? taken.applyAsDouble(needs) / most : 0;
        }
    }

    /** A stage that takes so much of something for as long as it runs, in seconds. */
    private record Load(double arrival, double duration, double width) {}

    /** In seconds since the beginning of the workload. */
    static double seconds(List<NodeResources> nodes, List<Arrival> arrivals) {
        Map<Requirements, Set<NodeResources>> able = new HashMap<>();
        arrivals.forEach(arrival -> able.computeIfAbsent(arrival.stage().needs(), needs -> able(needs, nodes)));
        double bound = 0;
        for (Set<NodeResources> confines : new HashSet<>(able.values())) {
            List<Arrival> confined = arrivals.stream()
                    .filter(arrival ->
                            confines.containsAll(able.get(arrival.stage().needs())))
                    .toList();
            bound = Math.max(bound, seconds(confined, confines, able));
        }
        return bound;
    }

    private static Set<NodeResources> able(Requirements needs, List<NodeResources> nodes) {
        Set<NodeResources> able = new HashSet<>();
        nodes.stream().filter(node -> node.gpusFor(needs).isPresent()).forEach(able::add);
        return able;
    }

    private static double seconds(
            List<Arrival> arrivals, Set<NodeResources> nodes, Map<Requirements, Set<NodeResources>> able) {
        double largestGpu = nodes.stream()
                .flatMap(node -> node.total().gpus().stream())
                .mapToLong(Gpu::memoryBytes)
                .max()
                .orElse(1);
        double gpus =
                nodes.stream().mapToDouble(node -> node.total().gpus().size()).sum();
        double bound = seconds(loads(arrivals, needs -> gpus(needs, largestGpu)), gpus);
        bound = Math.max(bound, slots(arrivals, GPUS.taken(), (int) gpus));
        for (Kind kind : KINDS) {
            double there = nodes.stream()
                    .mapToDouble(node -> kind.there().applyAsDouble(node.total()))
                    .sum();
            bound = Math.max(bound, seconds(loads(arrivals, kind.taken()), there));
            bound = Math.max(
                    bound,
                    seconds(
                            loads(arrivals, needs -> half(kind.share(needs, able.getOrDefault(needs, nodes)))),
                            nodes.size()));
            bound = Math.max(bound, bySizes(arrivals, nodes, kind));
        }
        return bound;
    }

    /** A node holds no more stages of a size than fit side by side, and one that is several times as large counts as so many. */
    private static double bySizes(List<Arrival> arrivals, Set<NodeResources> nodes, Kind kind) {
        return arrivals.stream()
                .mapToDouble(
                        arrival -> kind.taken().applyAsDouble(arrival.stage().needs()))
                .filter(size -> size > 0)
                .distinct()
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(SIZES)
                .mapToDouble(size -> bySize(arrivals, nodes, kind, size))
                .max()
                .orElse(0);
    }

    private static double bySize(List<Arrival> arrivals, Set<NodeResources> nodes, Kind kind, double size) {
        int units = nodes.stream()
                .mapToInt(node -> (int) (kind.there().applyAsDouble(node.total()) / size + ROUNDING))
                .sum();
        ToDoubleFunction<Requirements> taken = needs -> Math.floor(kind.taken().applyAsDouble(needs) / size);
        return Math.max(seconds(loads(arrivals, taken), units), slots(arrivals, taken, units));
    }

    private static double slots(List<Arrival> arrivals, ToDoubleFunction<Requirements> taken, int units) {
        return Slots.millis(
                        arrivals.stream()
                                .map(arrival -> new Slots.Load(
                                        arrival.at().toMillis(),
                                        arrival.duration().toMillis(),
                                        (int) taken.applyAsDouble(
                                                arrival.stage().needs())))
                                .toList(),
                        units)
                / 1000.0;
    }

    /** Of those that take more than half of a node, each node runs one at a time; of those that take half, two. */
    private static double half(double share) {
        return share > 0.5 ? 1 : share == 0.5 ? 0.5 : 0;
    }

    private static double gpus(Requirements needs, double largest) {
        return needs.gpus()
                * (needs.place().sharesGpus() ? Math.min(1, needs.place().gpuMemoryBytes() / largest) : 1);
    }

    private static List<Load> loads(List<Arrival> arrivals, ToDoubleFunction<Requirements> width) {
        return arrivals.stream()
                .map(arrival -> new Load(
                        (double) arrival.at().toMillis() / 1000,
                        (double) arrival.duration().toMillis() / 1000,
                        width.applyAsDouble(arrival.stage().needs())))
                .toList();
    }

    /** What is left at a moment shrinks from a stage's arrival on until it could be over; only there can the latest end lie. */
    private static double seconds(List<Load> loads, double capacity) {
        record Bend(double at, double width) {}
        List<Bend> bends = new ArrayList<>();
        double left = 0;
        double bound = 0;
        for (Load load : loads) {
            bends.add(new Bend(load.arrival(), load.width()));
            bends.add(new Bend(load.arrival() + load.duration(), -load.width()));
            left += load.duration() * load.width();
            bound = Math.max(bound, load.arrival() + load.duration());
        }
        bends.sort(Comparator.comparingDouble(Bend::at));
        double now = 0;
        double shrinking = 0;
        for (Bend bend : bends) {
            left -= shrinking * (bend.at() - now);
            now = bend.at();
            shrinking += bend.width();
            bound = Math.max(bound, capacity > 0 ? now + left / capacity : 0);
        }
        return bound;
    }
}
