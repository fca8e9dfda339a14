package dev.winslow.tracker.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void findsTheCheapestPairs() {
        double[][] cost = {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}};

        assertThat(Assignment.solve(cost)).containsExactly(1, 0, 2);
    }

    @Test
    void leavesRowsWithoutAColumnUnpaired() {
        assertThat(Assignment.solve(new double[][] {{5}, {1}, {3}})).containsExactly(-1, 0, -1);
        assertThat(Assignment.solve(new double[][] {{}, {}})).containsExactly(-1, -1);
    }

    @Test
    void isNeverDearerThanAnyOtherPairing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[][] cost = new double[5][5];
            for (double[] row : cost) {
                for (int j = 0; j < 5; j++) {
                    row[j] = random.nextInt(20);
                }
            }

            int[] pairs = Assignment.solve(cost);

            double sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += cost[i][pairs[i]];
            }
            assertThat(sum).isEqualTo(cheapest(cost, 0, 0));
        }
    }

    /** By trying all. */
    private static double cheapest(double[][] cost, int row, int used) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.MAX_VALUE;
        for (int j = 0; j < cost.length; j++) {
            if ((used & (1 << j)) == 0) {
                best = Math.min(best, cost[row][j] + cheapest(cost, row + 1, used | (1 << j)));
            }
        }
        return best;
    }
}
