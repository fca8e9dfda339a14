package dev.winslow.tracker.detect.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoundTest {
    @Test
    void keepsTheSurestOfThoseThatLieOverEachOther() {
        Found sure = new Found(100, 100, 40, 20, 0, 0.9);
        Found less = new Found(104, 101, 40, 20, 0, 0.6);
        Found elsewhere = new Found(200, 100, 40, 20, 0, 0.5);

        assertThat(Found.best(List.of(less, elsewhere, sure))).containsExactly(sure, elsewhere);
    }

    @Test
    void pieceThatATileCutIsTheSameVehicle() {
        Found whole = new Found(100, 100, 40, 20, 0, 0.9);
        Found piece = new Found(86, 100, 12, 20, 0, 0.8);

        assertThat(Found.best(List.of(whole, piece))).containsExactly(whole);
    }

    @Test
    void readsTheColumnsOfVersionEight() {
        float[][] output = new float[6][20];
        put(output, 3, 50, 60, 20, 10, 0.1f, 0.7f);

        assertThat(YoloOutput.read(output, 0.25)).containsExactly(new Found(50, 60, 20, 10, 1, 0.7f));
    }

    @Test
    void readsTheRowsOfVersionFiveWithTheirObjectness() {
        float[][] output = new float[20][7];
        output[3] = new float[] {50, 60, 20, 10, 0.5f, 0.2f, 0.8f};

        assertThat(YoloOutput.read(output, 0.25)).hasSize(1).first().satisfies(found -> {
            assertThat(found.vehicleClass()).isEqualTo(1);
            assertThat(found.score()).isBetween(0.399, 0.401);
        });
        assertThat(YoloOutput.read(output, 0.5)).isEmpty();
    }

    @Test
    void takesVehiclesAmongTheClassesOfAModel() {
        ClassNames names = new ClassNames("{0: 'person', 2: 'car', 5: 'bus', 7: 'truck', 9: 'van'}");

        assertThat(names.vehicle(0)).isEmpty();
        assertThat(names.vehicle(2)).contains("car");
        assertThat(names.vehicle(9)).contains("car");
        assertThat(new ClassNames("").vehicle(3)).contains("vehicle");
    }

    @Test
    void tilesCoverTheFrameAndOverlap() {
        List<Cut> tiles = Cut.tiles(3840, 2160, 640, 640);

        assertThat(tiles.getFirst()).isEqualTo(new Cut(0, 0, 640, 640));
        assertThat(tiles.getLast()).isEqualTo(new Cut(3200, 1520, 640, 640));
        assertThat(tiles.get(1).left()).isLessThanOrEqualTo(512);
    }

    @Test
    void findingInATileLiesWhereTheTileLies() {
        Found found = new Cut(1000, 500, 1280, 720).inFrame(new Found(320, 180, 20, 10, 0, 1), 640, 640);

        assertThat(found).isEqualTo(new Found(1640, 860, 40, 20, 0, 1));
    }

    private static void put(float[][] columns, int column, float... values) {
        for (int i = 0; i < values.length; i++) {
            columns[i][column] = values[i];
        }
    }
}
