package dev.winslow.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(7, 100, 25, ALL)).isEqualTo(FaultPlan.of(7, 100, 25, ALL));
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(FaultPlan.of(7, 100, 25, ALL).rounds())
                .isNotEqualTo(FaultPlan.of(8, 100, 25, ALL).rounds());
    }

    @Test
    void hasAsManyFaultsAsAskedForInRounds() {
        FaultPlan plan = FaultPlan.of(1, 60, 25, ALL);

        assertThat(plan.rounds()).extracting(List::size).containsExactly(25, 25, 10);
        assertThat(plan.count()).isEqualTo(60);
    }

    @Test
    void hasEveryKindWhereThereAreEnough() {
        assertThat(FaultPlan.of(1, 500, 25, ALL).kinds()).containsOnlyKeys(ALL);
    }

    @Test
    void keepsToTheKindsThatAreAskedFor() {
        assertThat(FaultPlan.of(1, 50, 25, Set.of(FaultKind.CUT)).kinds()).containsOnlyKeys(FaultKind.CUT);
    }

    @Test
    void befallsAPartOfATargetOnlyWhenItWorksAgain() {
        for (List<Fault> round : FaultPlan.of(3, 500, 50, ALL).rounds()) {
            Map<String, Duration> healed = new HashMap<>();
            for (Fault fault : round) {
                String part = fault.target() + " " + fault.kind().part();
                assertThat(fault.at()).isGreaterThanOrEqualTo(healed.getOrDefault(part, Duration.ZERO));
                healed.put(part, fault.end());
            }
        }
    }

    @Test
    void befallsOnlyThoseWhomItCan() {
        assertThat(FaultPlan.of(5, 500, 50, ALL).rounds())
                .allSatisfy(round -> assertThat(round)
                        .allMatch(fault -> fault.kind().role() == fault.target().role()));
    }
}
