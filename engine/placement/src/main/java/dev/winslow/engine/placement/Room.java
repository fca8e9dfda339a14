package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
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
    private final GpuRoom allGpus;
    private double cores;
    private long memoryBytes;
    private GpuRoom gpus;
    private final List<RunningStage> running = new ArrayList<>();
    private final Set<String> apart = new HashSet<>();
    /** What stages take that need no GPU. */
    private double coresBesideGpus;

    private double memoryBesideGpus;
    private @Nullable Kept kept;

    /**
     * For which stage something is kept, and what would be free without that.
     *
     * @param until the stage is expected to start; zero where nobody knows
     */
    record Kept(PlacementRequest stage, Room otherwise, Duration until) {}

    Room(NodeResources node) {
        this.node = node;
        this.cores = node.total().cores();
        this.memoryBytes = node.total().memoryBytes();
        this.allGpus = GpuRoom.of(node.total().gpus());
        this.gpus = allGpus;
        node.running().forEach(this::take);
    }

    private Room(Room other) {
        this.node = other.node;
        this.cores = other.cores;
        this.memoryBytes = other.memoryBytes;
        this.allGpus = other.allGpus;
        this.gpus = other.gpus;
        this.running.addAll(other.running);
        this.apart.addAll(other.apart);
        this.coresBesideGpus = other.coresBesideGpus;
        this.memoryBesideGpus = other.memoryBesideGpus;
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

    /** As it will be when these stages have ended. */
    Room without(List<RunningStage> ended) {
        List<RunningStage> left = new ArrayList<>(running);
        ended.forEach(left::remove);
        return new Room(new NodeResources(node.id(), node.name(), node.state(), node.total(), left));
    }

    /** Whether the node, were it empty, could take the stage. */
    boolean couldEverFit(Requirements needs) {
        return needs.cores() <= node.total().cores()
                && needs.memoryBytes() <= node.total().memoryBytes()
                && needs.gpus() <= allGpus.suitable(needs)
                && Fit.isAllowed(needs, node);
    }

    /** Whether it takes stages now, and could take this one, were it empty. */
    boolean isOpenTo(Requirements needs) {
        return node.state() == NodeState.ONLINE && couldEverFit(needs);
    }

    /** Whether there is room for the stage if so much is left to stages that need GPUs, be it in use by them or not. */
    boolean holdsBeside(Requirements needs, double coresLeft, double memoryLeft) {
        return coresBesideGpus + needs.cores() + coresLeft <= node.total().cores()
                && memoryBesideGpus + needs.memoryBytes() + memoryLeft
                        <= node.total().memoryBytes();
    }

    boolean isApart(Requirements needs) {
        return Collections.disjoint(apart, needs.place().apart());
    }

    /** Whether the stage would be over before what is kept here for another is needed. */
    boolean fitsBefore(PlacementRequest request) {
        return kept().filter(other -> request.usual()
                        .filter(usual -> usual.compareTo(other.until()) <= 0)
                        .isPresent())
                .filter(other -> other.otherwise().fits(request.needs()))
                .isPresent();
    }

    void place(PlacementRequest request) {
        Requirements needs = request.needs();
        take(new RunningStage(
                request.stageName(),
                request.claimant(),
                needs,
                gpus.choose(needs).orElse(List.of()),
                request.usual()));
        if (kept != null) {
            kept.otherwise().place(request);
        }
    }

    /** What the stage will need is nobody else's, be it free now or only later. */
    void keepFor(PlacementRequest stage, Duration until) {
        kept = kept == null
                ? new Kept(stage, new Room(this), until)
                : new Kept(kept.stage(), kept.otherwise(), until.compareTo(kept.until()) < 0 ? until : kept.until());
        deduct(stage.needs(), gpus.choose(stage.needs()).orElseGet(this::allGpus));
    }

    private List<Integer> allGpus() {
        return gpus.parts().stream().map(GpuRoom.Part::index).toList();
    }

    private void take(RunningStage stage) {
        deduct(stage.needs(), stage.gpus());
        if (stage.needs().gpus() == 0) {
            coresBesideGpus += stage.needs().cores();
            memoryBesideGpus += stage.needs().memoryBytes();
        }
        running.add(stage);
        apart.addAll(stage.needs().place().apart());
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

    List<RunningStage> running() {
        return running;
    }

    Optional<Kept> kept() {
        return Optional.ofNullable(kept);
    }
}
