package dev.winslow.tracker.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;

import dev.winslow.tracker.detect.Blobs.Blob;
import dev.winslow.tracker.geometry.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Puts the parts of a vehicle together that differ from the road while what is between them does not, as with a grey roof. Two blobs are one vehicle
 * if both fit into a box that is too small for two.
 */
final class Fragments {
    private static final double LARGEST_LENGTH = 1.25;
    private static final double LARGEST_WIDTH = 1.35;

    private final VehicleSize size;

    Fragments(VehicleSize size) {
        this.size = size;
    }

    /** The closest pair first, until none is left that fits. */
    List<Blob> join(List<Blob> blobs) {
        List<Blob> joined = new ArrayList<>(blobs);
        for (Optional<Pair> pair = closest(joined); pair.isPresent(); pair = closest(joined)) {
            joined.remove(pair.get().first());
            joined.remove(pair.get().second());
            joined.add(pair.get().union());
        }
        return joined;
    }

    private record Pair(Blob first, Blob second, Blob union, double distance) {}

    private Optional<Pair> closest(List<Blob> blobs) {
        Optional<Pair> best = Optional.empty();
        for (int i = 0; i < blobs.size(); i++) {
            for (int j = i + 1; j < blobs.size(); j++) {
                Blob a = blobs.get(i);
                Blob b = blobs.get(j);
                double distance = Math.hypot(
                        a.box().x() - b.box().x(), a.box().y() - b.box().y());
                if (distance < size.length() && best.stream().allMatch(pair -> distance < pair.distance())) {
                    Optional<Pair> pair = union(a, b).map(union -> new Pair(a, b, union, distance));
                    best = pair.isPresent() ? pair : best;
                }
            }
        }
        return best;
    }

    private Optional<Blob> union(Blob a, Blob b) {
        try (Mat corners = new Mat(8, 1, CV_32FC2)) {
            FloatBuffer buffer = corners.createBuffer();
            for (Blob blob : List.of(a, b)) {
                for (double[] corner : blob.box().corners()) {
                    buffer.put((float) corner[0]).put((float) corner[1]);
                }
            }
            Box box = Blobs.box(corners);
            boolean fits =
                    box.length() <= LARGEST_LENGTH * size.length() && box.width() <= LARGEST_WIDTH * size.width();
            return fits ? Optional.of(new Blob(box, a.area() + b.area())) : Optional.empty();
        }
    }
}
