package dev.winslow.agent.measure;

import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import dev.winslow.api.stage.UsagePoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums up what is measured of an attempt, in bounded space: where the curve has too many points each two become one, which stands for twice the
 * time.
 */
final class UsageTally {
    static final int POINTS = 120;

    private final List<UsagePoint> curve = new ArrayList<>();
    private Duration step;
    private Duration measured;
    private Duration cpuTime;
    private UsageLevel peak;
    private double coreSeconds;
    private double byteSeconds;
    private double gpuSeconds;
    private double gpuByteSeconds;

    UsageTally() {
        this(new AttemptUsage(Duration.ZERO, Duration.ZERO, UsageLevel.NONE, UsageLevel.NONE, List.of()));
    }

    /** Goes on where an earlier worker stopped. */
    UsageTally(AttemptUsage before) {
        measured = before.measured();
        cpuTime = before.cpuTime();
        peak = before.peak();
        double seconds = seconds(measured);
        coreSeconds = before.mean().cores() * seconds;
        byteSeconds = before.mean().memoryBytes() * seconds;
        gpuSeconds = before.mean().gpus() * seconds;
        gpuByteSeconds = before.mean().gpuMemoryBytes() * seconds;
        curve.addAll(before.curve());
        step = curve.size() > 1 ? curve.get(1).after().minus(curve.get(0).after()) : Duration.ofSeconds(1);
    }

    /** @param span for how long it was so, up to now */
    void add(UsageLevel level, Duration span) {
        peak = higher(peak, level);
        double seconds = seconds(span);
        coreSeconds += level.cores() * seconds;
        byteSeconds += level.memoryBytes() * seconds;
        gpuSeconds += level.gpus() * seconds;
        gpuByteSeconds += level.gpuMemoryBytes() * seconds;
        cpuTime = cpuTime.plusNanos((long) (level.cores() * span.toNanos()));
        draw(level);
        measured = measured.plus(span);
    }

    AttemptUsage usage() {
        double seconds = Math.max(seconds(measured), 1e-9);
        UsageLevel mean =
                new UsageLevel(coreSeconds / seconds, (long) (byteSeconds / seconds), gpuSeconds / seconds, (long)
                        (gpuByteSeconds / seconds));
        return new AttemptUsage(cpuTime, measured, peak, mean, curve);
    }

    private void draw(UsageLevel level) {
        UsagePoint last = curve.isEmpty() ? new UsagePoint(step.negated(), level) : curve.getLast();
        if (measured.compareTo(last.after().plus(step)) >= 0) {
            Duration place = step.multipliedBy(measured.dividedBy(step));
            curve.add(new UsagePoint(place, level));
        } else {
            curve.set(curve.size() - 1, new UsagePoint(last.after(), merged(last.level(), level)));
        }
        if (curve.size() > POINTS) {
            thin();
        }
    }

    private void thin() {
        step = step.multipliedBy(2);
        List<UsagePoint> thinned = new ArrayList<>();
        for (UsagePoint point : curve) {
            Duration place = step.multipliedBy(point.after().dividedBy(step));
            if (!thinned.isEmpty() && thinned.getLast().after().equals(place)) {
                UsageLevel both = merged(thinned.removeLast().level(), point.level());
                thinned.add(new UsagePoint(place, both));
            } else {
                thinned.add(new UsagePoint(place, point.level()));
            }
        }
        curve.clear();
        curve.addAll(thinned);
    }

    /** Means of what flows, the peak of what is held. */
    private static UsageLevel merged(UsageLevel one, UsageLevel other) {
        return new UsageLevel(
                (one.cores() + other.cores()) / 2,
                Math.max(one.memoryBytes(), other.memoryBytes()),
                (one.gpus() + other.gpus()) / 2,
                Math.max(one.gpuMemoryBytes(), other.gpuMemoryBytes()));
    }

    private static UsageLevel higher(UsageLevel one, UsageLevel other) {
        return new UsageLevel(
                Math.max(one.cores(), other.cores()),
                Math.max(one.memoryBytes(), other.memoryBytes()),
                Math.max(one.gpus(), other.gpus()),
                Math.max(one.gpuMemoryBytes(), other.gpuMemoryBytes()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
