package dev.winslow.tracker.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Three lines across a way down: at 100, at 200 and at 300. */
class MovementTest {
    private final List<Gate> gates = List.of(gate("North", 100), gate("Middle", 200), gate("South", 300));

    @Test
    void goesFromTheFirstLineToTheLastAndTellsPairsThatNobodyTook() {
        var tracks = List.of(
                Way.along(1, 50, 150, 250, 350),
                Way.along(2, 50, 150, 250, 350),
                Way.along(3, 350, 250),
                Way.along(4, 50, 150, 50),
                Way.along(5, 20, 40));

        var movements = Movement.between(gates, Crossing.all(gates, tracks));

        assertThat(movements)
                .containsExactly(
                        entry(new Movement("North", "North"), 1),
                        entry(new Movement("North", "Middle"), 0),
                        entry(new Movement("North", "South"), 2),
                        entry(new Movement("Middle", "North"), 0),
                        entry(new Movement("Middle", "South"), 0),
                        entry(new Movement("South", "North"), 0),
                        entry(new Movement("South", "Middle"), 0),
                        entry(new Movement("South", ""), 1));
    }

    @Test
    void isSaidInWords() {
        assertThat(new Movement("North", "South").words()).isEqualTo("North to South");
        assertThat(new Movement("North", "").words()).isEqualTo("only North");
    }

    private static Gate gate(String name, double y) {
        return new Gate(name, new double[] {0, y}, new double[] {100, y});
    }
}
