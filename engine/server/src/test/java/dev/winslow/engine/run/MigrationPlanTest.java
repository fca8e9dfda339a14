package dev.winslow.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {
    private static final PipelineSpec FORKED = forked("left", "right");
    private static final PipelineSpec ROW = row("prepare", "left", "right", "after");

    @Test
    void goesWhereTheSameStepsAre() {
        assertThat(hindrance(row("a", "b"), row("a", "new", "b", "c"), "b")).isEmpty();
        assertThat(hindrance(FORKED, ROW, "after")).isEmpty();
        assertThat(hindrance(FORKED, FORKED, "left", "join")).isEmpty();
    }

    @Test
    void namesTheStepsThatBothVersionsHave() {
        assertThat(hindrance(row("a", "b", "gone"), row("a", "b", "c"), "gone"))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("stands at \"gone\"")
                        .endsWith("Jump to a step that both have and migrate then: \"a\", \"b\"."));
        assertThat(hindrance(row("a"), row("b"), "a"))
                .hasValueSatisfying(said -> assertThat(said).endsWith("start a new run instead."));
    }

    @Test
    void leavesNoBranchBehind() {
        assertThat(hindrance(FORKED, ROW, "left", "right")).isPresent();
        assertThat(hindrance(ROW, FORKED, "left")).isPresent();
        assertThat(hindrance(FORKED, forked("left", "right", "third"), "left", "right"))
                .isPresent();
        assertThat(hindrance(FORKED, forked("left", "right", "third"), "left", "join"))
                .isPresent();
    }

    @Test
    void waitsForWhatANodeDoes() {
        assertThat(MigrationPlan.hindrance(ROW, ROW, Set.of("left"), Set.of("left")))
                .hasValueSatisfying(said -> assertThat(said).startsWith("A node is at work on \"left\""));
    }

    @Test
    void tellsOfNewStepsThatARunPassesBy() {
        assertThat(MigrationPlan.passedBy(row("a", "b"), row("a", "new", "b", "later"), Set.of("b")))
                .containsExactly("new");
    }

    private static Optional<String> hindrance(PipelineSpec from, PipelineSpec to, String... elements) {
        return MigrationPlan.hindrance(from, to, List.of(elements), Set.of());
    }

    private static PipelineSpec row(String... steps) {
        Map<String, List<String>> before = new LinkedHashMap<>();
        for (int i = 1; i < steps.length; i++) {
            before.put(steps[i], List.of(steps[i - 1]));
        }
        return spec(List.of(steps), new Flow(before, Set.of(), Map.of(), List.of(steps)));
    }

    /** prepare, then these branches at once, then after. */
    private static PipelineSpec forked(String... branches) {
        Map<String, List<String>> before = new LinkedHashMap<>(Map.of("fork", List.of("prepare")));
        Arrays.asList(branches).forEach(branch -> before.put(branch, List.of("fork")));
        before.put("join", List.of(branches));
        before.put("after", List.of("join"));
        List<String> order = new ArrayList<>(List.of("prepare", "fork"));
        order.addAll(List.of(branches));
        order.addAll(List.of("join", "after"));
        List<String> steps = order.stream()
                .filter(element -> !Set.of("fork", "join").contains(element))
                .toList();
        return spec(steps, new Flow(before, Set.of("join"), Map.of("fork", Flow.Fork.ALL), order));
    }

    private static PipelineSpec spec(List<String> steps, Flow flow) {
        return new PipelineSpec(
                "key",
                "Name",
                "",
                Map.of(),
                Set.of(),
                steps.stream().map(MigrationPlanTest::stage).toList(),
                List.of(),
                steps,
                flow);
    }

    private static StageSpec stage(String id) {
        return new StageSpec(
                id,
                id,
                "tool:1",
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
