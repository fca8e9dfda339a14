package dev.winslow.tracker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.tracker.TrackerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One vehicle, ten frames of truth. */
class EvaluateCommandTest {
    private static final String CAMERA_HEADER =
            "frame,time_s,status,model,error_px,h00,h01,h02,h10,h11,h12,h20,h21,h22";

    @TempDir
    private Path work;

    @BeforeEach
    void writeTruth() throws IOException {
        write(
                "truth.csv",
                "frame,id,cx_px,cy_px,length_px,width_px,angle_deg,speed_mps,visible",
                10,
                "%d,1,100,100,30,12,0,0,1");
        write("camera-truth.csv", "h00,h01,h02,h10,h11,h12,h20,h21,h22", 10, "1,0,0,0,1,0,0,0,1");
    }

    @Test
    void tracksThatEndEarlyMissTheRest() throws IOException {
        tracked(3, "ok");

        assertThat(evaluate().at("/tracks/recall").asDouble()).isEqualTo(0.3);
        assertThat(evaluate("--frames", "3").at("/tracks/recall").asDouble()).isEqualTo(1.0);
    }

    @Test
    void cameraThatPlacesNoFrameHasNoError() throws IOException {
        tracked(10, "unplaced");

        assertThat(evaluate("--camera-truth", work.resolve("camera-truth.csv").toString())
                        .at("/stabilisationError")
                        .isNumber())
                .isFalse();
    }

    @Test
    void cameraThatIsRightHasNone() throws IOException {
        tracked(10, "ok");

        assertThat(evaluate("--camera-truth", work.resolve("camera-truth.csv").toString())
                        .at("/stabilisationError")
                        .asDouble())
                .isZero();
    }

    private void tracked(int frames, String status) throws IOException {
        write("camera.csv", CAMERA_HEADER, frames, "%d,0.0," + status + ",similarity,0,1,0,0,0,1,0,0,0,1");
        write(
                "trajectories.csv",
                "frame,time_s,track_id,class,x_px,y_px,x_ref_px,y_ref_px,length_px,width_px,heading_deg,x_m,y_m,length_m,width_m,speed_mps,accel_mps2,interpolated",
                frames,
                "%d,0.0,7,car,100,100,100,100,30,12,0,,,,,,,0");
    }

    private JsonNode evaluate(String... more) throws IOException {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "evaluate",
                                "--truth",
                                work.resolve("truth.csv").toString(),
                                "--work",
                                work.toString(),
                                "--out",
                                work.resolve("out").toString()),
                        java.util.Arrays.stream(more))
                .toArray(String[]::new);
        assertThat(TrackerApplication.run(arguments)).isZero();
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(work.resolve("out").resolve("evaluation.json")));
    }

    private void write(String name, String header, int rows, String row) throws IOException {
        Files.writeString(
                work.resolve(name),
                header + "\n"
                        + IntStream.range(0, rows)
                                .mapToObj(number -> row.contains("%d") ? row.formatted(number) : row)
                                .collect(Collectors.joining("\n", "", "\n")));
    }
}
