package dev.winslow.ui.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.Trace;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Trace NOTHING = new Trace(List.of(), List.of(), true);

    private final TracedFile film = file("film.mp4");
    private final TracedFile boxes = file("boxes.csv");
    private final TracedFile tracks = file("out/tracks.csv");

    @Test
    void putsEachBoxRightOfWhatItCameFrom() {
        TracedAttempt detect = attempt("detect", List.of(film), List.of(boxes));
        TracedAttempt track = attempt("track", List.of(film, boxes), List.of(tracks));
        Lineage lineage = new Lineage(tracks, new Trace(List.of(film, boxes), List.of(track, detect), true), NOTHING);

        Drawing drawing = Drawing.of(lineage, Instant::toString);

        assertThat(drawing.boxes())
                .extracting(box -> box.title() + " " + box.column() + " " + box.chosen())
                .containsExactlyInAnyOrder(
                        "film.mp4 0 false",
                        "detect 1 false",
                        "boxes.csv 2 false",
                        "track 3 false",
                        "tracks.csv 4 true");
        assertThat(drawing.arrows()).hasSize(5);
        assertThat(drawing.boxes())
                .filteredOn(box -> box.title().equals("track"))
                .flatExtracting(Drawing.Box::facts)
                .contains(new Drawing.Fact("Image", "tool:1"), new Drawing.Fact("GAP", "3"));
    }

    @Test
    void countsWhatIsTooMuchToDraw() {
        List<TracedFile> frames =
                IntStream.range(0, 10).mapToObj(i -> file(i + ".png")).toList();
        Lineage lineage =
                new Lineage(film, NOTHING, new Trace(frames, List.of(attempt("cut", List.of(film), frames)), true));

        Drawing drawing = Drawing.of(lineage, Instant::toString);

        assertThat(drawing.boxes()).filteredOn(box -> box.kind().equals("file")).hasSize(7);
        assertThat(drawing.boxes())
                .filteredOn(box -> box.kind().equals("more"))
                .extracting(Drawing.Box::title)
                .containsExactly("and 4 more");
    }

    @Test
    void leadsFromAFileOfThePoolToWhereItWasTaken() {
        TracedFile taken = new TracedFile(
                film.file(),
                FileOrigin.LINKED,
                film.projectId(),
                Optional.of(boxes.file().id()),
                Optional.empty(),
                true);

        Drawing drawing =
                Drawing.of(new Lineage(taken, new Trace(List.of(boxes), List.of(), true), NOTHING), Instant::toString);

        assertThat(drawing.arrows())
                .containsExactly(new Drawing.Arrow(
                        boxes.file().id().toString(), film.file().id().toString()));
        assertThat(drawing.boxes())
                .filteredOn(Drawing.Box::chosen)
                .flatExtracting(Drawing.Box::ways)
                .extracting(Drawing.Way::words)
                .doesNotContain("Download");
    }

    private static TracedFile file(String path) {
        return new TracedFile(
                new FileView(
                        UUID.randomUUID(),
                        Area.OUTPUT,
                        path,
                        5,
                        "0",
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty()),
                FileOrigin.MADE,
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static TracedAttempt attempt(String stage, List<TracedFile> inputs, List<TracedFile> outputs) {
        return new TracedAttempt(
                new AttemptView(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        stage,
                        stage,
                        1,
                        AttemptState.SUCCEEDED,
                        Optional.of("node"),
                        Optional.of(Instant.EPOCH),
                        Optional.empty(),
                        Optional.of(0),
                        Optional.empty(),
                        List.of(),
                        0,
                        "tool:1",
                        List.of(stage),
                        Map.of("GAP", "3"),
                        Optional.empty(),
                        new Timing(Duration.ZERO, Optional.empty())),
                "cars",
                2,
                ids(inputs),
                ids(outputs));
    }

    private static List<UUID> ids(List<TracedFile> files) {
        return files.stream().map(file -> file.file().id()).toList();
    }
}
