package dev.winslow.ui.node;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One point of a node's curves: the means over a piece of time that begins at {@code at}, in milliseconds since 1970.
 *
 * @param cpu share of all cores, from 0 to 1
 * @param memory in bytes
 * @param received by the network, in bytes a second; as sent, read and written
 * @param gpus share of the time in which each worked, by index
 */
record LoadPoint(
        long at,
        double cpu,
        double memory,
        double received,
        double sent,
        double read,
        double written,
        List<Double> gpus) {
    /** More points than a curve has pixels show nothing. */
    static final int MOST = 300;

    /** The loads, by time; those of the same piece of time as one point. */
    static List<LoadPoint> of(List<NodeLoad> loads, Duration piece) {
        TreeMap<Long, List<NodeLoad>> pieces = new TreeMap<>();
        loads.forEach(load -> pieces.computeIfAbsent(
                        load.at().toEpochMilli() / piece.toMillis() * piece.toMillis(), at -> new ArrayList<>())
                .add(load));
        return pieces.entrySet().stream()
                .map(entry -> mean(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static LoadPoint mean(long at, List<NodeLoad> loads) {
        int gpus = loads.stream().mapToInt(load -> load.gpus().size()).max().orElse(0);
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < gpus; i++) {
            int index = i;
            shares.add(loads.stream()
                    .filter(load -> load.gpus().size() > index)
                    .map(load -> load.gpus().get(index))
                    .mapToDouble(GpuLoad::share)
                    .average()
                    .orElse(0));
        }
        return new LoadPoint(
                at,
                mean(loads, NodeLoad::cpu),
                mean(loads, NodeLoad::memoryBytes),
                mean(loads, load -> load.network().in()),
                mean(loads, load -> load.network().out()),
                mean(loads, load -> load.disk().in()),
                mean(loads, load -> load.disk().out()),
                shares);
    }

    private static double mean(List<NodeLoad> loads, ToDoubleFunction<NodeLoad> value) {
        return loads.stream().mapToDouble(value).average().orElse(0);
    }
}
