package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import dev.winslow.api.worker.Placeholders.Need;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.variable.Levels;
import dev.winslow.engine.variable.Variable;
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
        Effective effective = EffectiveConfiguration.resolve(
                STAGE,
                new Levels().with(Origin.PIPELINE, Map.of("LEVEL", "3")).with(Origin.RUN, Map.of("VIDEO", "a.mp4")));

        assertThat(effective.arguments())
                .containsExactly("detect", "--video", "${WINSLOW_INPUT}/a.mp4", "--mode", "fast");
        assertThat(effective.environment()).containsEntry("THRESHOLD", "3").containsEntry("VIDEO", "a.mp4");
        assertThat(effective.origins())
                .isEqualTo(Map.of("LEVEL", Origin.PIPELINE, "VIDEO", Origin.RUN, "THRESHOLD", Origin.STAGE));
    }

    @Test
    void letsEachLevelOverrideTheOnesBelowIt() {
        Levels levels = new Levels()
                .with(Origin.RUN, Map.of("LEVEL", "run"))
                .with(Origin.GLOBAL, Map.of("LEVEL", "global", "VIDEO", "global.mp4"))
                .with(Origin.PROJECT, Map.of("LEVEL", "project", "VIDEO", "project.mp4"));

        Effective effective = EffectiveConfiguration.resolve(STAGE, levels);

        assertThat(effective.environment()).containsEntry("THRESHOLD", "run").containsEntry("VIDEO", "project.mp4");
        assertThat(levels.views())
                .extracting(VariableView::name, VariableView::origin, VariableView::overridden)
                .containsExactly(
                        tuple("LEVEL", Origin.RUN, "GLOBAL,PROJECT"), tuple("VIDEO", Origin.PROJECT, "GLOBAL"));
    }

    @Test
    void keepsSecretsOut() {
        Levels levels = new Levels()
                .with(Origin.GLOBAL, List.of(new Variable("KEY", "sesame", true)))
                .with(Origin.RUN, Map.of("VIDEO", "a.mp4"));

        Effective effective = EffectiveConfiguration.resolve(
                stage(List.of("--key=${KEY}", "--other=${KEY:-none}"), Map.of("TOKEN", "Bearer ${KEY}")), levels);

        assertThat(effective.arguments()).containsExactly("--key=${KEY}", "--other=${KEY}");
        assertThat(effective.environment()).containsEntry("KEY", "${KEY}").containsEntry("TOKEN", "Bearer ${KEY}");
        assertThat(effective.secrets()).containsExactly("KEY");
        assertThat(levels.views().getFirst().value()).isEmpty();
        assertThat(levels.masked(Map.of("KEY", "sesame"))).containsEntry("KEY", Variable.MASK);
    }

    @Test
    void namesWhatNobodyHasSetAndSaysWhatThePipelineSaysOfIt() {
        StageSpec asking =
                stage(List.of("${VIDEO}", "${LIMIT:?The speed limit in km/h}", "${LIMIT}", "${EMPTY:?}"), Map.of());

        assertThat(EffectiveConfiguration.missing(asking, new Levels().with(Origin.RUN, Map.of("EMPTY", ""))))
                .containsExactly(
                        new Need("VIDEO", "VIDEO"),
                        new Need("LIMIT", "The speed limit in km/h"),
                        new Need("EMPTY", "EMPTY"));
        assertThat(EffectiveConfiguration.missing(
                        STAGE, new Levels().with(Origin.RUN, Map.of("LEVEL", "", "VIDEO", "a.mp4"))))
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
