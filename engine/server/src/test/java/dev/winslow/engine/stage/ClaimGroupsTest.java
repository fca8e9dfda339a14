package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.stage.Claims.Placing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimGroupsTest {
    private static final UUID NODE = UUID.randomUUID();

    @Test
    void holdStagesOfDifferentRuns() {
        Placing one = placing("one", UUID.randomUUID(), true);
        Placing two = placing("two", UUID.randomUUID(), true);

        assertThat(ClaimGroups.of(List.of(one, two))).containsExactly(List.of(one, two));
    }

    @Test
    void keepStagesOfOneRunApartAndInTheirOrder() {
        UUID run = UUID.randomUUID();
        Placing first = placing("first", run, true);
        Placing second = placing("second", run, true);
        Placing other = placing("other", UUID.randomUUID(), true);

        assertThat(ClaimGroups.of(List.of(first, second, other)))
                .containsExactly(List.of(first, other), List.of(second));
    }

    @Test
    void holdNoMoreThanSoMany() {
        List<Placing> placings = IntStream.range(0, 2 * ClaimGroups.LARGEST + 1)
                .mapToObj(each -> placing("job" + each, UUID.randomUUID(), true))
                .toList();

        List<List<Placing>> groups = ClaimGroups.of(placings);

        assertThat(groups).extracting(List::size).containsExactly(ClaimGroups.LARGEST, ClaimGroups.LARGEST, 1);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(placings);
    }

    @Test
    void leaveAloneWhatCouldNotBeClaimedBefore() {
        Placing broken = placing("broken", UUID.randomUUID(), false);
        Placing one = placing("one", UUID.randomUUID(), true);
        Placing two = placing("two", UUID.randomUUID(), true);

        assertThat(ClaimGroups.of(List.of(broken, one, two))).containsExactly(List.of(one, two), List.of(broken));
    }

    private static Placing placing(String job, UUID run, boolean mayTakeOver) {
        return new Placing(new QueuedStage(job, run, "definition", "stage", Instant.EPOCH), NODE, mayTakeOver);
    }
}
