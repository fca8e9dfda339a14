package dev.winslow.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTallyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final UsageTally tally = new UsageTally();

    @Test
    void tellsPeakAndMean() {
        tally.add(level(1, 100), SECOND);
        tally.add(level(3, 300), SECOND);
        tally.add(level(2, 200), SECOND);
        AttemptUsage usage = tally.usage();

        assertThat(usage.peak()).isEqualTo(level(3, 300));
        assertThat(usage.mean().cores()).isCloseTo(2, within(1e-9));
        assertThat(usage.mean().memoryBytes()).isEqualTo(200);
        assertThat(usage.cpuTime()).isEqualTo(Duration.ofSeconds(6));
        assertThat(usage.measured()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void weighsByTime() {
        tally.add(level(4, 0), SECOND);
        tally.add(level(0, 0), Duration.ofSeconds(3));

        assertThat(tally.usage().mean().cores()).isCloseTo(1, within(1e-9));
    }

    @Test
    void drawsACurveOfFewPointsHoweverLongItRuns() {
        for (int second = 0; second < 100_000; second++) {
            tally.add(level(second < 50_000 ? 1 : 2, second == 70_000 ? 900 : 100), SECOND);
        }
        AttemptUsage usage = tally.usage();

        assertThat(usage.curve()).hasSizeBetween(UsageTally.POINTS / 2, UsageTally.POINTS);
        assertThat(usage.curve().getFirst().after()).isZero();
        assertThat(usage.curve().getFirst().level().cores()).isCloseTo(1, within(1e-6));
        assertThat(usage.curve().getLast().level().cores()).isCloseTo(2, within(1e-6));
        assertThat(usage.curve())
                .as("peaks of memory survive thinning")
                .anyMatch(point -> point.level().memoryBytes() == 900);
        assertThat(usage.curve()).extracting(point -> point.after()).isSorted();
    }

    @Test
    void goesOnWhereAnEarlierWorkerStopped() {
        tally.add(level(1, 100), SECOND);
        UsageTally next = new UsageTally(tally.usage());
        next.add(level(3, 50), SECOND);

        assertThat(next.usage().mean().cores()).isCloseTo(2, within(1e-9));
        assertThat(next.usage().peak()).isEqualTo(level(3, 100));
        assertThat(next.usage().curve()).hasSize(2);
    }

    private static UsageLevel level(double cores, long memory) {
        return new UsageLevel(cores, memory, 0, 0);
    }
}
