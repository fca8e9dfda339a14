package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveConfigurationTest {
    private static final StageSpec STAGE = stage(
            List.of("detect", "--video", "${WINSLOW_INPUT}/${VIDEO}", "--mode", "${MODE:-fast}"),
            Map.of("THRESHOLD", "${LEVEL}"));

    @Test
    void resolvesArgumentsButLeavesTheFoldersToTheAgent() {
        Effective effective = EffectiveConfiguration.resolve(STAGE, Map.of("LEVEL", "3"), Map.of("VIDEO", "a.mp4"));

        assertThat(effective.arguments())
                .containsExactly("detect", "--video", "${WINSLOW_INPUT}/a.mp4", "--mode", "fast");
        assertThat(effective.environment()).containsEntry("THRESHOLD", "3").containsEntry("VIDEO", "a.mp4");
    }

    @Test
    void letsTheRunOverrideThePipeline() {
        Effective effective = EffectiveConfiguration.resolve(STAGE, Map.of("LEVEL", "3"), Map.of("LEVEL", "5"));

        assertThat(effective.environment()).containsEntry("THRESHOLD", "5");
    }

    @Test
    void namesWhatNobodyHasSet() {
        assertThat(EffectiveConfiguration.missing(STAGE, Map.of(), Map.of()))
                .containsExactlyInAnyOrder("LEVEL", "VIDEO");
        assertThat(EffectiveConfiguration.missing(STAGE, Map.of("LEVEL", "1"), Map.of("VIDEO", "a.mp4")))
                .isEmpty();
    }

    private static StageSpec stage(List<String> arguments, Map<String, String> environment) {
        return new StageSpec(
                "detect",
                "Detect",
                "image",
                arguments,
                environment,
                new Requirements(1, 1, 0, Set.of()),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
