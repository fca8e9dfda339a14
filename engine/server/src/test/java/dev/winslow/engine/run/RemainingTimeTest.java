package dev.winslow.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
    /** a, then b beside c, then d, from where a loop leads back to a. */
    private static final PipelineSpec PIPELINE = new PipelineSpec(
            "key",
            "Name",
            "",
            Map.of(),
            Set.of(),
            List.of(stage("a"), stage("b"), stage("c"), stage("d")),
            List.of(),
            List.of("a", "b", "c", "d"),
            new Flow(
                    Map.of(
                            "a", List.of("start", "d"),
                            "fork", List.of("a"),
                            "b", List.of("fork"),
                            "c", List.of("fork"),
                            "join", List.of("b", "c"),
                            "d", List.of("join"),
                            "end", List.of("d")),
                    Set.of("join"),
                    Map.of("fork", Flow.Fork.ALL),
                    List.of("start", "a", "fork", "b", "c", "join", "d", "end")));

    private static final Map<String, Integer> MINUTES = Map.of("a", 1, "b", 10, "c", 100, "d", 1000);

    @Test
    void addsUpTheLongestWay() {
        assertThat(left(Map.of("a", Optional.of(Duration.ofSeconds(5))), MINUTES))
                .contains(Duration.ofMinutes(1100).plusSeconds(5));
    }

    @Test
    void takesTheLongerOfTwoBranches() {
        assertThat(left(
                        Map.of("b", Optional.of(Duration.ofMinutes(300)), "c", Optional.of(Duration.ofMinutes(7))),
                        MINUTES))
                .contains(Duration.ofMinutes(1300));
    }

    @Test
    void isUnknownWhereAStageAheadIs() {
        assertThat(left(Map.of("a", Optional.of(Duration.ZERO)), Map.of("b", 1, "d", 1)))
                .isEmpty();
        assertThat(left(Map.of("d", Optional.of(Duration.ofMinutes(2))), Map.of()))
                .contains(Duration.ofMinutes(2));
        assertThat(left(Map.of("d", Optional.empty()), MINUTES)).isEmpty();
    }

    private static Optional<Duration> left(Map<String, Optional<Duration>> here, Map<String, Integer> minutes) {
        return RemainingTime.of(
                PIPELINE,
                here,
                stage -> Optional.ofNullable(minutes.get(stage.id())).map(Duration::ofMinutes));
    }

    private static StageSpec stage(String id) {
        return new StageSpec(
                id,
                id,
                "image",
                List.of(),
                Map.of(),
                new Requirements(1, 1, 0, Set.of()),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                ExitCodes.ZERO,
                true);
    }
}
