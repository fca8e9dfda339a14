package dev.winslow.tracker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.tracker.file.Csv;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.geometry.Box;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On the same files our measures are those of TrackEval and py-motmetrics; reference.py beside the files says how they were made. */
class PublicMeasuresTest {
    private static final double IOU = 0.3;
    private static final double ROUNDING = 1e-9;

    private record Expected(PublicMeasures trackeval, PublicMeasures motmetrics) {}

    private record PublicMeasures(
            double mota, double idf1, @Nullable Double hota, double precision, double recall, int switches) {}

    private final Expected expected = Json.read(file("expected.json"), Expected.class);
    private final List<FrameMatch> frames = frames();
    private final ClearAndIdentity clear = new ClearAndIdentity(IOU);

    PublicMeasuresTest() {
        frames.forEach(clear::add);
    }

    @Test
    void agreesWithTrackEval() {
        PublicMeasures theirs = expected.trackeval();

        assertThat(clear.mota()).isCloseTo(theirs.mota(), within(ROUNDING));
        assertThat(clear.idf1()).isCloseTo(theirs.idf1(), within(ROUNDING));
        assertThat(clear.precision()).isCloseTo(theirs.precision(), within(ROUNDING));
        assertThat(clear.recall()).isCloseTo(theirs.recall(), within(ROUNDING));
        assertThat(clear.switches()).isEqualTo(theirs.switches());
        assertThat(new Hota(frames).value()).isCloseTo(Objects.requireNonNull(theirs.hota()), within(ROUNDING));
    }

    @Test
    void agreesWithMotmetrics() {
        PublicMeasures theirs = expected.motmetrics();

        assertThat(clear.mota()).isCloseTo(theirs.mota(), within(ROUNDING));
        assertThat(clear.idf1()).isCloseTo(theirs.idf1(), within(ROUNDING));
        assertThat(clear.precision()).isCloseTo(theirs.precision(), within(ROUNDING));
        assertThat(clear.recall()).isCloseTo(theirs.recall(), within(ROUNDING));
        assertThat(clear.switches()).isEqualTo(theirs.switches());
    }

    private static List<FrameMatch> frames() {
        Map<Integer, List<Truth>> truths =
                Truth.read(file("truth.csv")).stream().collect(Collectors.groupingBy(Truth::frame));
        Map<Integer, List<FrameMatch.Result>> results = Csv.read(file("result.csv")).stream()
                .collect(Collectors.groupingBy(
                        row -> row.integer("frame"),
                        Collectors.mapping(PublicMeasuresTest::result, Collectors.toList())));
        TreeSet<Integer> numbers = new TreeSet<>(truths.keySet());
        numbers.addAll(results.keySet());
        return numbers.stream()
                .map(number -> FrameMatch.of(
                        truths.getOrDefault(number, List.of()), results.getOrDefault(number, List.of()), IOU))
                .toList();
    }

    private static FrameMatch.Result result(Csv.Row row) {
        Box box = new Box(
                row.number("x_px"),
                row.number("y_px"),
                row.number("length_px"),
                row.number("width_px"),
                Math.toRadians(row.number("heading_deg")));
        return new FrameMatch.Result(row.integer("track_id"), box.upright(), Double.NaN);
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(PublicMeasuresTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
