package dev.winslow.tracker.detect.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.video.Film;
import dev.winslow.tracker.video.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A white car drives over grey ground while the camera drifts; the model knows white. */
class ModelDetectionIT {
    @TempDir
    private Path folder;

    private Path work = Path.of("");
    private Path film = Path.of("");
    private Stages stages = new Stages(work);

    @BeforeEach
    void placeTheCamera() throws Exception {
        work = Files.createDirectory(folder.resolve("work"));
        film = new Film().panning(frame -> frame / 2).record(folder.resolve("film.mp4"), 40);
        stages = new Stages(work);
        stages.suggest(film);
        stages.takeSuggestions();
        stages.run("track-points", "--video", film.toString());
        stages.run("camera");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsTheCarInTheReferenceFrame(boolean version5) throws Exception {
        TinyModel.write(folder.resolve("tiny.onnx"), version5);

        Stages.Ending ending = stages.run("detect", "--video", film.toString(), "--model", "tiny.onnx");

        assertThat(ending.code()).as(ending.words()).isZero();
        List<Detection> detections = Detection.read(work.resolve("detections.csv"));
        Detection middle = detections.stream()
                .filter(detection -> detection.frame() == 20)
                .findFirst()
                .orElseThrow();
        assertThat(middle.vehicleClass()).isEqualTo("car");
        assertThat(middle.box().x()).isCloseTo(20 + 6 * 20 + 10, within(12.0));
        assertThat(middle.box().y()).isCloseTo(Film.HEIGHT / 2.0, within(8.0));
    }

    @Test
    void goesOnWithoutAGpuAndSaysSo() throws Exception {
        TinyModel.write(folder.resolve("tiny.onnx"), false);

        Stages.Ending ending =
                stages.run("detect", "--video", film.toString(), "--model", "tiny.onnx", "--device", "cuda");

        assertThat(ending.code()).as(ending.words()).isZero();
        assertThat(ending.printed()).contains("WARN no GPU can be used, so detection runs on the CPU");
    }

    @Test
    void missingModelIsNamed() {
        Stages.Ending ending = stages.run("detect", "--video", film.toString(), "--model", "lost.onnx");

        assertThat(ending.code()).isEqualTo(12);
        assertThat(ending.words()).contains("There is no model lost.onnx", "MODEL");
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        Files.writeString(folder.resolve("notes.onnx"), "not a model");

        Stages.Ending ending = stages.run("detect", "--video", film.toString(), "--model", "notes.onnx");

        assertThat(ending.code()).isEqualTo(12);
        assertThat(ending.words()).contains("is no YOLO model in ONNX format");
        assertThat(work.resolve("detections.csv")).doesNotExist();
    }
}
