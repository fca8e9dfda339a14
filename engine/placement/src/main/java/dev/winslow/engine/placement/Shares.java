package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;

/**
 * How much of all nodes together each user and each project has: of the kind that it has most of (dominant resource fairness). In billionths, so
 * that the order in which stages came does not show in the last digits.
 */
final class Shares {
    private static final double WHOLE = 1e9;

    private final Map<String, Long> ofUsers = new HashMap<>();
    private final Map<UUID, Long> ofProjects = new HashMap<>();
    private final double cores;
    private final double memoryBytes;
    private final double gpus;
    private final double gpuMemoryBytes;

    Shares(List<NodeResources> nodes) {
        List<NodeResources> there =
                nodes.stream().filter(node -> node.state() != NodeState.OFFLINE).toList();
        cores = there.stream().mapToDouble(node -> node.total().cores()).sum();
        memoryBytes =
                there.stream().mapToDouble(node -> node.total().memoryBytes()).sum();
        gpus = there.stream().mapToDouble(node -> node.total().gpus().size()).sum();
        gpuMemoryBytes = there.stream()
                .flatMap(node -> node.total().gpus().stream())
                .mapToDouble(Gpu::memoryBytes)
                .sum();
        nodes.forEach(node -> node.running().forEach(stage -> add(stage.claimant(), stage.needs())));
    }

    void add(Claimant claimant, Requirements needs) {
        long share = share(needs);
        ofUsers.merge(claimant.user(), share, Long::sum);
        ofProjects.merge(claimant.projectId(), share, Long::sum);
    }

    long of(String user) {
        return ofUsers.getOrDefault(user, 0L);
    }

    long of(UUID project) {
        return ofProjects.getOrDefault(project, 0L);
    }

    Set<String> users() {
        return ofUsers.keySet();
    }

    /** Whether the user has no more than each would have if so many had the same. */
    boolean isAtMostEqual(String user, int users) {
        return of(user) <= WHOLE / Math.max(1, users);
    }

    private long share(Requirements needs) {
        double ofGpus = needs.place().sharesGpus()
                ? part((double) (needs.gpus() * needs.place().gpuMemoryBytes()), gpuMemoryBytes)
                : part(needs.gpus(), gpus);
        return Math.round(WHOLE
                * DoubleStream.of(part(needs.cores(), cores), part((double) needs.memoryBytes(), memoryBytes), ofGpus)
                        .max()
                        .orElse(0));
    }

    private static double part(double taken, double whole) {
        return whole > 0 ? taken / whole : 0;
    }
}
