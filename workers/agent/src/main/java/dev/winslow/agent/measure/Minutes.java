package dev.winslow.agent.measure;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Makes minutes of seconds. */
final class Minutes {
    private final List<NodeLoad> seconds = new ArrayList<>();

    /** The minute that this second ends, by being of the next one. */
    Optional<NodeLoad> add(NodeLoad second) {
        Optional<NodeLoad> ended =
                seconds.isEmpty() || minute(seconds.getFirst()).equals(minute(second))
                        ? Optional.empty()
                        : Optional.of(mean());
        if (ended.isPresent()) {
            seconds.clear();
        }
        seconds.add(second);
        return ended;
    }

    private static Instant minute(NodeLoad load) {
        return load.at().truncatedTo(ChronoUnit.MINUTES);
    }

    private NodeLoad mean() {
        List<GpuLoad> gpus = seconds.getLast().gpus().stream()
                .map(gpu -> new GpuLoad(
                        gpu.index(),
                        meanShare(load -> of(load, gpu.index()).share()),
                        mean(load -> of(load, gpu.index()).memoryBytes())))
                .toList();
        return new NodeLoad(
                minute(seconds.getFirst()),
                meanShare(NodeLoad::cpu),
                mean(NodeLoad::memoryBytes),
                new Traffic(
                        mean(load -> load.network().in()),
                        mean(load -> load.network().out())),
                new Traffic(
                        mean(load -> load.disk().in()), mean(load -> load.disk().out())),
                gpus);
    }

    private static GpuLoad of(NodeLoad load, int index) {
        return load.gpus().stream()
                .filter(gpu -> gpu.index() == index)
                .findFirst()
                .orElseGet(() -> new GpuLoad(index, 0, 0));
    }

    private double meanShare(ToDoubleFunction<NodeLoad> value) {
        return seconds.stream().mapToDouble(value).average().orElse(0);
    }

    private long mean(ToLongFunction<NodeLoad> value) {
        return (long) seconds.stream().mapToLong(value).average().orElse(0);
    }
}
