package dev.winslow.ui.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadPointTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void takesTheMeansOverPiecesOfTime() {
        List<LoadPoint> points = LoadPoint.of(
                List.of(load(0, 0.2, List.of(0.5)), load(30, 0.4, List.of(1.0)), load(60, 1, List.of())),
                Duration.ofMinutes(1));

        assertThat(points)
                .containsExactly(
                        new LoadPoint(NOON.toEpochMilli(), 0.30000000000000004, 10, 1, 2, 3, 4, List.of(0.75)),
                        new LoadPoint(NOON.plusSeconds(60).toEpochMilli(), 1, 10, 1, 2, 3, 4, List.of()));
    }

    @Test
    void leavesGapsWhereTheNodeWasAway() {
        assertThat(LoadPoint.of(List.of(load(0, 0, List.of()), load(600, 0, List.of())), Duration.ofMinutes(1)))
                .extracting(LoadPoint::at)
                .containsExactly(NOON.toEpochMilli(), NOON.plusSeconds(600).toEpochMilli());
    }

    private static NodeLoad load(int second, double cpu, List<Double> gpus) {
        return new NodeLoad(
                NOON.plusSeconds(second),
                cpu,
                10,
                new Traffic(1, 2),
                new Traffic(3, 4),
                IntStream.range(0, gpus.size())
                        .mapToObj(index -> new GpuLoad(index, gpus.get(index), 0))
                        .toList());
    }
}
