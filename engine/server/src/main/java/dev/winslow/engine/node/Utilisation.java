package dev.winslow.engine.node;

import dev.winslow.api.node.LoadResolution;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.worker.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** How busy nodes are and were. */
@Service
public class Utilisation {
    /** Between two clocks; a smaller difference is the way of the message. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final LoadRepository loads;
    private final NodeService nodes;
    private final InstantSource clock;

    Utilisation(LoadRepository loads, NodeService nodes, InstantSource clock) {
        this.loads = loads;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Of more than is kept only the newest is taken. */
    public void take(UUID node, Telemetry telemetry) {
        Duration behind = Duration.between(telemetry.sentAt(), clock.instant());
        Duration shift = behind.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : behind;
        List<NodeLoad> seconds = kept(telemetry.seconds(), LoadResolution.SECOND, shift);
        if (!seconds.isEmpty()) {
            loads.addSeconds(node, seconds, telemetry.seconds().getFirst().at());
        }
        kept(telemetry.minutes(), LoadResolution.MINUTE, shift)
                .forEach(minute -> loads.addMinute(node, minute, minute.at().minus(shift)));
    }

    private List<NodeLoad> kept(List<NodeLoad> told, LoadResolution resolution, Duration shift) {
        Instant oldest = clock.instant().minus(resolution.keptFor());
        TreeMap<Instant, NodeLoad> byTime = new TreeMap<>();
        told.stream().map(load -> load.at(load.at().plus(shift))).forEach(load -> byTime.put(load.at(), load));
        return List.copyOf(byTime.tailMap(oldest).values());
    }

    /** By time, each once. */
    public List<NodeLoad> of(UUID node, LoadResolution resolution, Duration last) {
        nodes.require(node);
        Instant to = clock.instant().plus(TOLERANCE);
        Duration span = last.compareTo(resolution.keptFor()) > 0 ? resolution.keptFor() : last;
        Instant from = clock.instant().minus(span);
        return switch (resolution) {
            case MINUTE -> loads.minutes(node, from, to);
            case SECOND ->
                loads.seconds(node, from, to).stream()
                        .filter(load -> !load.at().isBefore(from))
                        .toList();
        };
    }

    void forget() {
        Instant now = clock.instant();
        loads.forget(now.minus(LoadResolution.SECOND.keptFor()), now.minus(LoadResolution.MINUTE.keptFor()));
    }
}
