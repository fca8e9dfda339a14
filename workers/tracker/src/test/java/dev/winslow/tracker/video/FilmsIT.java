package dev.winslow.tracker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Json;
import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.file.VideoInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that cannot be used is told in a sentence and leaves nothing behind; an odd one is read as it is meant. */
class FilmsIT {
    private static final int FRAMES = 40;

    @TempDir
    private Path folder;

    private Path work = Path.of("");
    private Stages stages = new Stages(work);

    @BeforeEach
    void makeWorkspace() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        stages = new Stages(work);
    }

    @Test
    void missingFileIsNamed() {
        Stages.Ending ending = stages.suggest(folder.resolve("nowhere.mp4"));

        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.words()).contains("There is no file", "nowhere.mp4", "upload");
    }

    @Test
    void emptyFileIsCalledEmpty() throws Exception {
        Stages.Ending ending = stages.suggest(Files.createFile(folder.resolve("empty.mp4")));

        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.words()).contains("is empty");
        assertThat(left()).isEmpty();
    }

    @Test
    void textIsNoVideo() throws Exception {
        Stages.Ending ending =
                stages.suggest(Files.writeString(folder.resolve("notes.mp4"), "Meet at the junction at nine."));

        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.words()).endsWith("is no video that can be read: convert it to MP4, or upload it again.");
        assertThat(left()).isEmpty();
    }

    @Test
    void soundAloneIsNoVideo() throws Exception {
        Stages.Ending ending = stages.suggest(Film.sound(folder.resolve("sound.mp4")));

        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.words()).contains("has no video in it");
        assertThat(left()).isEmpty();
    }

    @Test
    void truncatedFilmIsNotedThoughItsDecoderSaysNothing() throws Exception {
        Path whole = new Film().record(folder.resolve("whole.mp4"), FRAMES);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length * 6 / 10));

        Stages.Ending ending = stages.suggest(half);

        assertThat(ending.code()).isEqualTo(11);
        assertThat(ending.words()).contains("ends early", "says it lasts 1.6 s");
        assertThat(left()).isEmpty();
    }

    @Test
    void rotationIsApplied() throws Exception {
        Path film = new Film().rotated(90).record(folder.resolve("phone.mp4"), FRAMES);

        assertThat(stages.suggest(film).code()).isZero();

        VideoInfo info = info();
        assertThat(info.rotationDegrees() % 180).isEqualTo(90);
        assertThat(List.of(info.width(), info.height())).containsExactly(Film.HEIGHT, Film.WIDTH);
    }

    @Test
    void tenBitsAColourAreRead() throws Exception {
        Path film = new Film().tenBit().record(folder.resolve("deep.mkv"), FRAMES);

        assertThat(stages.suggest(film).code()).isZero();

        assertThat(info().frames()).isEqualTo(FRAMES);
    }

    @Test
    void timesComeFromTheFileWhereFramesAreNotEvenlySpaced() throws Exception {
        Path film = new Film()
                .at(frame -> frame < 20 ? frame / 25.0 : 0.8 + (frame - 20) / 5.0)
                .record(folder.resolve("uneven.mp4"), FRAMES);

        assertThat(stages.suggest(film).code()).isZero();
        stages.takeSuggestions();
        assertThat(stages.run("track-points", "--video", film.toString()).code())
                .isZero();
        assertThat(stages.run("camera").code()).isZero();

        List<CameraFrame> frames = CameraFrame.read(work.resolve("camera.csv"));
        assertThat(frames.get(10).timeSeconds()).isCloseTo(0.4, within(0.02));
        assertThat(frames.get(30).timeSeconds()).isCloseTo(2.8, within(0.05));
    }

    @Test
    void slowPanIsFollowedAndTheCarOnItFound() throws Exception {
        Path film = new Film().panning(frame -> frame / 2).record(folder.resolve("drift.mp4"), FRAMES);

        assertThat(stages.suggest(film).code()).isZero();
        stages.takeSuggestions();
        assertThat(stages.run("track-points", "--video", film.toString()).code())
                .isZero();
        assertThat(stages.run("camera").code()).isZero();
        assertThat(stages.run("detect", "--video", film.toString()).code()).isZero();
        assertThat(stages.run("track").code()).isZero();

        List<TrackPoint> points = TrackPoint.read(work.resolve("trajectories.csv"));
        TrackPoint middle =
                points.stream().filter(point -> point.frame() == 20).findFirst().orElseThrow();
        assertThat(points).extracting(TrackPoint::trackId).containsOnly(1);
        assertThat(middle.box().x()).isCloseTo(20 + 6 * 20, within(3.0));
        assertThat(middle.box().y()).isCloseTo(Film.HEIGHT / 2.0, within(3.0));
    }

    @Test
    void panOverTheWholePlaceIsRefused() throws Exception {
        Path film = new Film().panning(frame -> 25 * frame).record(folder.resolve("pan.mp4"), FRAMES);

        assertThat(stages.suggest(film).code()).isZero();
        Files.writeString(work.resolve("reference-points.json"), """
                {"frame": 0, "width": 320, "height": 240, "lanes": [], "lines": [], "points": [
                  {"id": 1, "x": 40, "y": 40}, {"id": 2, "x": 280, "y": 40}, {"id": 3, "x": 40, "y": 200},
                  {"id": 4, "x": 280, "y": 200}, {"id": 5, "x": 160, "y": 80}, {"id": 6, "x": 160, "y": 200}]}
                """);
        assertThat(stages.run("track-points", "--video", film.toString()).code())
                .isZero();
        Stages.Ending ending = stages.run("camera");

        assertThat(ending.code()).isEqualTo(13);
        assertThat(ending.words()).contains("cannot be placed", "Set more points");
        assertThat(work.resolve("camera.csv")).doesNotExist();
    }

    @Test
    void missingReferencePointsAreNamed() throws Exception {
        Path film = new Film().record(folder.resolve("film.mp4"), FRAMES);
        assertThat(stages.suggest(film).code()).isZero();

        Stages.Ending ending = stages.run("track-points", "--video", film.toString());

        assertThat(ending.code()).isEqualTo(12);
        assertThat(ending.words()).contains("reference-points.json");
        assertThat(work.resolve("point-tracks.csv")).doesNotExist();
    }

    private VideoInfo info() {
        return Json.read(work.resolve("video.json"), VideoInfo.class);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }
}
