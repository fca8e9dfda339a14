package dev.winslow.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import dev.winslow.api.worker.Telemetry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:00Z");

    private final AtomicInteger answers = new AtomicInteger();
    private final Measurements measurements = new Measurements(() -> START, answers::incrementAndGet);

    @Test
    void tellsInBlocks() {
        measure(0, 9);
        assertThat(measurements.report()).isEmpty();
        measure(9, 10);

        assertThat(measurements.report().orElseThrow().seconds()).hasSize(10);
    }

    @Test
    void tellsTheSameAgainUntilItHasArrived() {
        measure(0, 10);
        Telemetry first = measurements.report().orElseThrow();
        measure(10, 15);

        assertThat(measurements.report()).contains(first);
        measurements.heard();
        assertThat(measurements.report()).isEmpty();
        measure(15, 20);
        assertThat(measurements.report().orElseThrow().seconds())
                .extracting(NodeLoad::at)
                .first()
                .isEqualTo(START.plusSeconds(10));
        assertThat(answers).hasValue(1);
    }

    @Test
    void keepsAnHourAtMostWhileTheServerIsAway() {
        measure(0, 4000);

        assertThat(measurements.report().orElseThrow().seconds())
                .hasSize(3600)
                .extracting(NodeLoad::at)
                .first()
                .isEqualTo(START.plusSeconds(400));
    }

    @Test
    void makesMinutesOfSeconds() {
        measure(0, 61);
        List<NodeLoad> minutes = measurements.report().orElseThrow().minutes();

        assertThat(minutes).containsExactly(load(START, 29.5));
    }

    private void measure(int from, int to) {
        for (int second = from; second < to; second++) {
            measurements.add(load(START.plusSeconds(second), second));
        }
    }

    private static NodeLoad load(Instant at, double cpu) {
        return new NodeLoad(
                at, cpu, 1 << 20, new Traffic(1, 2), new Traffic(3, 4), List.of(new GpuLoad(0, cpu, 1 << 10)));
    }
}
