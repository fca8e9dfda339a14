package dev.winslow.engine.result;

import dev.winslow.api.stage.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Estimates how much longer a stage will run: at first from how long it took before, and the further it says to have come, the more from that. A pure
 * function.
 */
public final class TimeLeft {
    /** Below, a little more or less changes the estimate too much. */
    private static final double LEAST_PROGRESS = 0.02;

    private TimeLeft() {}

    /** @param usual how long it usually takes, where that is known */
    public static Optional<Duration> of(Duration running, List<Progress> progress, Optional<Duration> usual) {
        double done = done(progress);
        if (done < LEAST_PROGRESS) {
            // What takes longer than usual takes nobody knows how long.
            return usual.map(all -> all.minus(running)).filter(Duration::isPositive);
        }
        double byProgress = running.toMillis() / done;
        double all = usual.map(time -> done * byProgress + (1 - done) * time.toMillis())
                .orElse(byProgress);
        return Optional.of(Duration.ofMillis(Math.max(0, Math.round(all) - running.toMillis())));
    }

    /** From 0 to 1, all subjects together. */
    private static double done(List<Progress> progress) {
        return progress.stream().mapToDouble(Progress::percent).average().orElse(0) / 100;
    }
}
