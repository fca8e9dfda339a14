package dev.winslow.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.tracker.detect.Blobs.Blob;
import dev.winslow.tracker.geometry.Box;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cars are 28 by 12 pixels here; lanes lie 20 apart. */
class BlobsTest {
    private static final VehicleSize SIZE = new VehicleSize(28, 12);

    private final Blobs blobs = new Blobs(SIZE, SIZE.smallestArea());

    @Test
    void findsACarWithItsLongSideAsHeading() {
        List<Box> found = find(new Drawing(200, 100).box(50, 40, 28, 12));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().x()).isCloseTo(63.5, within(0.6));
        assertThat(found.getFirst().y()).isCloseTo(45.5, within(0.6));
        assertThat(found.getFirst().length()).isCloseTo(27, within(1.0));
        assertThat(Math.sin(found.getFirst().heading())).isCloseTo(0, within(0.01));
    }

    @Test
    void takesApartTwoCarsInNeighbouringLanesThatAShadowJoins() {
        List<Box> found = find(
                new Drawing(200, 100).box(50, 30, 28, 12).box(52, 50, 28, 12).box(60, 42, 4, 8));

        assertThat(found).hasSize(2);
        assertThat(found.get(0).y()).isCloseTo(35.5, within(2.0));
        assertThat(found.get(1).y()).isCloseTo(55.5, within(2.0));
    }

    @Test
    void leavesABusInOnePiece() {
        assertThat(find(new Drawing(300, 100).box(50, 40, 70, 15))).hasSize(1);
    }

    @Test
    void putsTheFrontAndTheRearOfAGreyCarTogether() {
        List<Box> found = find(new Drawing(200, 100).box(50, 40, 28, 12).hole(59, 38, 10, 16));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().length()).isCloseTo(27, within(1.5));
    }

    @Test
    void doesNotPutNeighboursTogether() {
        List<Box> found = find(new Drawing(200, 100).box(50, 30, 28, 12).box(50, 50, 28, 12));

        assertThat(found).hasSize(2);
    }

    @Test
    void ignoresWhatIsTooSmallForAVehicle() {
        assertThat(find(new Drawing(200, 100).box(50, 40, 5, 5))).isEmpty();
    }

    /** From top to bottom, then from left to right. */
    private List<Box> find(Drawing drawing) {
        return blobs.find(drawing.mask()).stream()
                .map(Blob::box)
                .sorted(Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x))
                .toList();
    }
}
