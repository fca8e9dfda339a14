package dev.winslow.engine.placement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.placement.simulation.Slots.Load;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void knowsThatAStageIsNotCutInTwo() {
        assertThat(Slots.millis(times(3, new Load(0, 20, 1)), 2)).isEqualTo(40);
    }

    @Test
    void knowsThatUnitsBeginOneAfterTheOther() {
        List<Load> loads = Stream.of(times(1, new Load(0, 20, 1)), times(4, new Load(10, 20, 1)))
                .flatMap(List::stream)
                .toList();

        assertThat(Slots.millis(loads, 2)).isEqualTo(60);
    }

    @Test
    void countsAStageThatTakesSeveralUnitsAsSoMany() {
        assertThat(Slots.millis(List.of(new Load(0, 20, 4), new Load(0, 10, 1), new Load(5, 10, 1)), 4))
                .isEqualTo(30);
    }

    @Test
    void looksAtLateStagesAlone() {
        List<Load> loads = Stream.of(times(2, new Load(0, 10, 1)), times(3, new Load(1000, 10, 1)))
                .flatMap(List::stream)
                .toList();

        assertThat(Slots.millis(loads, 2)).isEqualTo(1020);
    }

    @Test
    void isNothingWhereNothingTakesAnything() {
        assertThat(Slots.millis(List.of(new Load(0, 10, 0), new Load(0, 0, 1)), 4))
                .isZero();
        assertThat(Slots.millis(Arrays.asList(new Load(0, 10, 1)), 0)).isZero();
    }

    private static List<Load> times(int many, Load load) {
        return Collections.nCopies(many, load);
    }
}
