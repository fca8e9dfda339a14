package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is free on a node, less with each stage that is placed there or that it is kept for. */
final class Room {
    private final NodeResources node;
    private double cores;
    private long memoryBytes;
    private GpuRoom gpus;
    private final List<String> running = new ArrayList<>();
    private final Set<String> apart = new HashSet<>();
    private @Nullable Kept kept;

    /** For which stage something is kept, and what would be free without that. */
    record Kept(String stage, Room otherwise) {}

    Room(NodeResources node) {
        this.node = node;
        this.cores = node.total().cores();
        this.memoryBytes = node.total().memoryBytes();
        this.gpus = GpuRoom.of(node.total().gpus());
        node.running().forEach(stage -> take(stage.name(), stage.needs(), stage.gpus()));
    }

    private Room(Room other) {
        this.node = other.node;
        this.cores = other.cores;
        this.memoryBytes = other.memoryBytes;
        this.gpus = other.gpus;
        this.running.addAll(other.running);
        this.apart.addAll(other.apart);
    }

    /** Absent where there is no room for it now. */
    Optional<List<Integer>> gpusFor(Requirements needs) {
        return fits(needs) ? gpus.choose(needs) : Optional.empty();
    }

    boolean fits(Requirements needs) {
        return needs.cores() <= cores
                && needs.memoryBytes() <= memoryBytes
                && node.state() == NodeState.ONLINE
                && gpus.suitable(needs) >= needs.gpus()
                && Fit.isAllowed(needs, node)
                && isApart(needs);
    }

    boolean isApart(Requirements needs) {
        return Collections.disjoint(apart, needs.place().apart());
    }

    void place(String stage, Requirements needs) {
        take(stage, needs, gpus.choose(needs).orElse(List.of()));
        if (kept != null) {
            kept.otherwise().place(stage, needs);
        }
    }

    /** What the stage will need is nobody else's, be it free now or only later. */
    void keepFor(String stage, Requirements needs) {
        if (kept == null) {
            kept = new Kept(stage, new Room(this));
        }
        deduct(needs, gpus.choose(needs).orElseGet(this::allGpus));
    }

    private List<Integer> allGpus() {
        return gpus.parts().stream().map(GpuRoom.Part::index).toList();
    }

    private void take(String stage, Requirements needs, List<Integer> given) {
        deduct(needs, given);
        running.add(stage);
        apart.addAll(needs.place().apart());
    }

    private void deduct(Requirements needs, List<Integer> given) {
        cores = Math.max(0, cores - needs.cores());
        memoryBytes = Math.max(0, memoryBytes - needs.memoryBytes());
        if (needs.gpus() > 0) {
            gpus = gpus.less(given, needs);
        }
    }

    NodeResources node() {
        return node;
    }

    double cores() {
        return cores;
    }

    long memoryBytes() {
        return memoryBytes;
    }

    GpuRoom gpus() {
        return gpus;
    }

    List<String> running() {
        return running;
    }

    Optional<Kept> kept() {
        return Optional.ofNullable(kept);
    }
}
