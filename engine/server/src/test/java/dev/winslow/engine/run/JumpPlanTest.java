package dev.winslow.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.flowable.ProcessKernel.Token;
import dev.winslow.engine.pipeline.Flow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JumpPlanTest {
    /** prepare, then detect and track beside charts, then review, which may send all back. */
    private static final Flow FLOW = new Flow(
            Map.of(
                    "prepare", List.of("start"),
                    "fork", List.of("prepare", "decide"),
                    "detect", List.of("fork"),
                    "track", List.of("detect"),
                    "charts", List.of("fork"),
                    "join", List.of("track", "charts"),
                    "review", List.of("join"),
                    "decide", List.of("review"),
                    "end", List.of("decide")),
            Set.of("join"),
            Map.of("fork", Flow.Fork.ALL),
            List.of("start", "prepare", "fork", "detect", "track", "charts", "join", "review", "decide", "end"));

    @Test
    void goesBackAndForthWhereNothingIsBeside() {
        assertThat(plan("prepare", "review")).isEqualTo(new JumpPlan.Together(Set.of("review")));
        assertThat(plan("review", "prepare")).isEqualTo(new JumpPlan.Together(Set.of("prepare")));
        assertThat(plan("review", "review")).isEqualTo(new JumpPlan.Together(Set.of("review")));
    }

    @Test
    void leavesAForkWithAllItsBranches() {
        assertThat(plan("prepare", "track", "charts")).isEqualTo(new JumpPlan.Together(Set.of("track", "charts")));
        assertThat(plan("review", "join", "charts")).isEqualTo(new JumpPlan.Together(Set.of("join", "charts")));
    }

    @Test
    void movesWithinABranchAndLeavesTheOtherAlone() {
        assertThat(plan("detect", "track", "charts")).isEqualTo(new JumpPlan.Together(Set.of("track")));
        assertThat(plan("track", "detect", "charts")).isEqualTo(new JumpPlan.Together(Set.of("detect")));
    }

    @Test
    void takesABranchBackThatWaitsForTheOther() {
        assertThat(plan("detect", "join", "charts")).isEqualTo(new JumpPlan.Back(new Token("0", "join")));
    }

    @Test
    void refusesToEnterOneBranchFromOutside() {
        assertThat(plan("track", "review")).isEqualTo(new JumpPlan.IntoBranch("fork"));
        assertThat(plan("charts", "prepare")).isEqualTo(new JumpPlan.IntoBranch("fork"));
    }

    @Test
    void beginsAForkWithAllItsBranches() {
        assertThat(plan("fork", "review")).isEqualTo(new JumpPlan.Together(Set.of("review")));
        assertThat(plan("fork", "track", "join")).isEqualTo(new JumpPlan.Together(Set.of("track", "join")));
    }

    @Test
    void goesNowhereFromARunThatHasEnded() {
        assertThat(plan("prepare")).isEqualTo(new JumpPlan.Nowhere());
    }

    @Test
    void cannotTellWhichBranchesOfAChoiceWereBegun() {
        Flow some = new Flow(FLOW.before(), FLOW.joins(), Map.of("fork", Flow.Fork.SOME), FLOW.order());

        assertThat(JumpPlan.of(some, List.of(new Token("0", "join"), new Token("1", "charts")), "detect"))
                .isEqualTo(new JumpPlan.IntoBranch("fork"));
    }

    private static JumpPlan plan(String target, String... standing) {
        List<Token> tokens = Arrays.stream(standing)
                .map(element -> new Token(String.valueOf(Arrays.asList(standing).indexOf(element)), element))
                .toList();
        return JumpPlan.of(FLOW, tokens, target);
    }
}
