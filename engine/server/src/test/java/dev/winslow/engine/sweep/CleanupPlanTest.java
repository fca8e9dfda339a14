package dev.winslow.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.StepUsage;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.sweep.CleanupPlan.Kept;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CleanupPlanTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID OTHER_STAGE = new UUID(0, 3);
    private static final List<CleanupRule.Tried> TRIED = List.of(
            new CleanupRule.Tried(SECOND, "detect", AttemptState.SUCCEEDED, "d"),
            new CleanupRule.Tried(OTHER_STAGE, "track", AttemptState.LOST, "d"),
            new CleanupRule.Tried(FIRST, "detect", AttemptState.SUCCEEDED, "d"));

    @Test
    void keepsTheLastAttemptsOfEachStage() {
        assertThat(select(new CleanUp(Optional.of(1), false, false, true))).containsExactly(FIRST);
        assertThat(select(new CleanUp(Optional.of(2), false, false, true))).isEmpty();
    }

    @Test
    void choosesWhatFailedInAnyWay() {
        assertThat(select(new CleanUp(Optional.empty(), true, false, true))).containsExactly(OTHER_STAGE);
    }

    @Test
    void choosesWhatIsDiscardable() {
        assertThat(CleanupRule.select(
                        TRIED,
                        new CleanUp(Optional.empty(), false, true, true),
                        attempt -> attempt.stageId().equals("detect")))
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void choosesWhatPeopleAddedWithTheAttemptsThatBeganWithIt() {
        UUID used = new UUID(1, 1);
        UUID shared = new UUID(1, 2);
        UUID unused = new UUID(1, 3);
        List<CleanupRule.Added> added = List.of(
                new CleanupRule.Added(used, Set.of(FIRST)),
                new CleanupRule.Added(shared, Set.of(FIRST, SECOND)),
                new CleanupRule.Added(unused, Set.of()));

        assertThat(CleanupRule.selectAdded(added, new CleanUp(Optional.of(1), false, false, true), Set.of(FIRST)))
                .containsExactlyInAnyOrder(used, unused);
        assertThat(CleanupRule.selectAdded(added, new CleanUp(Optional.empty(), true, false, true), Set.of(FIRST)))
                .containsExactlyInAnyOrder(used, unused);
        assertThat(CleanupRule.selectAdded(added, new CleanUp(Optional.empty(), false, true, true), Set.of(FIRST)))
                .containsExactly(used);
    }

    @Test
    void givesUpWhatPeopleAddedUnlessItIsNeeded() {
        Kept added = new Kept(new UUID(1, 1), Optional.empty(), Optional.of("detect"), 10, "mine", "a");
        Kept needed = new Kept(new UUID(1, 2), Optional.empty(), Optional.of("detect"), 10, "mine", "b");

        CleanupPlan plan = CleanupPlan.of(
                List.of(added, needed), Set.of(), Set.of(added.id(), needed.id()), Set.of(needed.id()), "mine");

        assertThat(plan.objects()).containsExactly(added);
        assertThat(plan.report(true).steps()).containsExactly(new StepUsage(Optional.of("detect"), 0, 1, 10));
    }

    @Test
    void freesBytesOnlyWhereNoOtherFileSharesThem() {
        Kept alone = file(1, FIRST, "a", "mine");
        Kept shared = file(2, FIRST, "b", "mine");
        Kept sharer = file(3, SECOND, "b", "mine");

        CleanupPlan plan = CleanupPlan.of(List.of(alone, shared, sharer), Set.of(FIRST), Set.of(), Set.of(), "mine");

        assertThat(plan.files()).containsExactly(alone, shared);
        assertThat(plan.objects()).containsExactly(alone);
        assertThat(plan.report(true).bytes()).isEqualTo(10);
        assertThat(plan.report(true).steps()).containsExactly(new StepUsage(Optional.of("detect"), 1, 2, 10));
    }

    @Test
    void countsBytesThatTwoOfThemShareOnce() {
        CleanupPlan plan = CleanupPlan.of(
                List.of(file(1, FIRST, "a", "mine"), file(2, FIRST, "a", "mine")),
                Set.of(FIRST),
                Set.of(),
                Set.of(),
                "mine");

        assertThat(plan.files()).hasSize(2);
        assertThat(plan.report(false).bytes()).isEqualTo(10);
    }

    @Test
    void leavesWhatIsNeededAndWhatLiesInThePool() {
        Kept needed = file(1, FIRST, "a", "mine");
        Kept pooled = file(2, FIRST, "film", "pool");

        CleanupPlan plan =
                CleanupPlan.of(List.of(needed, pooled), Set.of(FIRST), Set.of(), Set.of(needed.id()), "mine");

        assertThat(plan.files()).containsExactly(pooled);
        assertThat(plan.objects()).isEmpty();
    }

    private static Set<UUID> select(CleanUp rule) {
        return CleanupRule.select(TRIED, rule, attempt -> false);
    }

    private static Kept file(int id, UUID attempt, String key, String bucket) {
        return new Kept(new UUID(1, id), Optional.of(attempt), Optional.of("detect"), 10, bucket, key);
    }
}
