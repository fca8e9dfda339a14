package dev.winslow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.placement.PlacementRequest;
import org.junit.jupiter.api.Test;

class PlacementLoadTest {
    @Test
    void isTheSameEachTime() {
        assertThat(PlacementLoad.of(500, 20, 0)).isEqualTo(PlacementLoad.of(500, 20, 0));
    }

    @Test
    void hasFewKindsOfStagesOrMany() {
        assertThat(PlacementLoad.of(500, 20, 0).requests().stream()
                        .map(PlacementRequest::needs)
                        .distinct())
                .hasSize(8);
        assertThat(PlacementLoad.of(500, 20, 4000).requests().stream()
                        .map(PlacementRequest::needs)
                        .distinct())
                .hasSizeGreaterThan(450);
    }

    @Test
    void hasGpusOnEveryFourthNode() {
        assertThat(PlacementLoad.of(1, 20, 0).nodes().stream()
                        .filter(node -> !node.total().gpus().isEmpty()))
                .hasSize(5);
    }
}
