package dev.winslow.engine.placement;

import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which stages would be the last to end: those that take longer than all that runs and waits would take if it were spread over all nodes. If they do not start soon,
 * everything else is over and they still run on nodes that are idle otherwise. They count as having waited longer than they have. Stages of which nobody knows how long they
 * take add nothing and are never urgent.
 */
final class Urgency {
    /** How many times as long as it takes an urgent stage counts as having waited: by so much it may pass others. */
    private static final int TIMES = 2;

    private final double secondsOfCores;
    private final double secondsOfGpus;
    private final double gpuMemoryBytes;

    Urgency(List<PlacementRequest> requests, Collection<Room> rooms) {
        gpuMemoryBytes = rooms.stream()
                .flatMap(room -> room.node().total().gpus().stream())
                .mapToDouble(Gpu::memoryBytes)
                .max()
                .orElse(1);
        double cores = 0;
        double gpus = 0;
        double coreWork = 0;
        double gpuWork = 0;
        for (Room room : rooms) {
            cores += room.node().total().cores();
            gpus += room.node().total().gpus().size();
            for (RunningStage stage : room.running()) {
                double left = stage.left().map(Urgency::seconds).orElse(0.0);
                coreWork += left * stage.needs().cores();
                gpuWork += left * gpus(stage.needs());
            }
        }
        for (PlacementRequest request : requests) {
            double usual = request.usual().map(Urgency::seconds).orElse(0.0);
            coreWork += usual * request.needs().cores();
            gpuWork += usual * gpus(request.needs());
        }
        secondsOfCores = coreWork / Math.max(1, cores);
        secondsOfGpus = Math.max(secondsOfCores, gpuWork / Math.max(1, gpus));
    }

    /** Those who go first: who has waited longest, with what urgent ones are given. */
    Comparator<PlacementRequest> order() {
        return Comparator.comparing(this::seniority).reversed().thenComparing(PlacementRequest::jobId);
    }

    private Duration seniority(PlacementRequest request) {
        Optional<Duration> given = request.usual().filter(usual -> isUrgent(request));
        return given.map(usual -> request.waited().plus(usual.multipliedBy(TIMES)))
                .orElse(request.waited());
    }

    boolean isUrgent(PlacementRequest request) {
        double drained = request.needs().gpus() > 0 ? secondsOfGpus : secondsOfCores;
        return request.usual().map(Urgency::seconds).orElse(0.0) > drained;
    }

    private double gpus(Requirements needs) {
        return needs.gpus()
                * (needs.place().sharesGpus()
                        ? Math.min(1, (double) needs.place().gpuMemoryBytes() / gpuMemoryBytes)
                        : 1);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
