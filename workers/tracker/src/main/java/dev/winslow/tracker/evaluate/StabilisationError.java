package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.geometry.Homography;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far what stands still seems to wander when the estimated camera is taken off instead of the true one. */
final class StabilisationError {
    private static final double[][] PLACES = {{0.1, 0.2}, {0.9, 0.2}, {0.5, 0.5}, {0.1, 0.85}, {0.9, 0.85}};

    private StabilisationError() {}

    /**
     * The root mean square in pixels over places spread over the picture and all frames that are placed; nothing if none is.
     *
     * @param truth a table of homographies from a scene to each frame, h00 to h22
     * @param size width and height of the picture in pixels
     */
    static Optional<Double> of(Path truth, List<CameraFrame> camera, double[] size) {
        List<Homography> expected = Csv.read(truth).stream()
                .map(row -> new Homography(IntStream.range(0, 9)
                        .mapToDouble(i -> row.number("h" + i / 3 + i % 3))
                        .toArray()))
                .toList();
        Homography toReference = expected.getFirst().inverse();
        List<Double> squares = new ArrayList<>();
        for (CameraFrame frame : camera) {
            if (frame.placed() && frame.frame() < expected.size()) {
                Homography right = expected.get(frame.frame()).after(toReference);
                for (double[] place : PLACES) {
                    double[] one = right.apply(place[0] * size[0], place[1] * size[1]);
                    double[] other = frame.toFrame().apply(place[0] * size[0], place[1] * size[1]);
                    squares.add(Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2));
                }
            }
        }
        return squares.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.sqrt(squares.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow()));
    }
}
