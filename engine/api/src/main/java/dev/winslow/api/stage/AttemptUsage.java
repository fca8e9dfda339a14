package dev.winslow.api.stage;

import java.time.Duration;
import java.util.List;

/**
 * What an attempt used of its node while its program ran, measured each second.
 *
 * @param cpuTime of all its processes
 * @param measured for how long it was measured
 * @param curve of some hundred points at most, however long it ran
 */
public record AttemptUsage(
        Duration cpuTime, Duration measured, UsageLevel peak, UsageLevel mean, List<UsagePoint> curve) {
    public AttemptUsage {
        curve = List.copyOf(curve);
    }
}
