package dev.winslow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasurementsTest {
    @TempDir
    private Path folder;

    @Test
    void writesAListOfFigures() throws Exception {
        Measurements measurements = new Measurements();
        measurements.add("junction detect time", "winslow", 13.25, "s");

        measurements.write(folder.resolve("bench").resolve("tracker.json"));

        JsonNode figure = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("bench").resolve("tracker.json")))
                .get(0);
        assertThat(figure.propertyNames()).containsExactly("measure", "system", "value", "unit");
        assertThat(figure.get("value").asDouble()).isEqualTo(13.25);
    }

    @Test
    void printsColumnsAsWideAsTheirLongestEntry() {
        Measurements measurements = new Measurements();
        measurements.add("a rather long measure", "winslow", 1, "s");
        StringWriter text = new StringWriter();

        measurements.print(new PrintWriter(text));

        assertThat(text.toString().lines())
                .containsExactly(
                        "measure                system          value  unit",
                        "a rather long measure  winslow         1.000  s");
    }

    @Test
    void readsTheLargestResidentSetOfAProcess() {
        assertThat(ProcessMemory.in("Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n", "VmHWM:"))
                .isEqualTo(2048 * 1024);
        assertThat(ProcessMemory.in("Name:\tjava\n", "VmHWM:")).isZero();
    }

    @Test
    void countsVehiclesAndThoseThatEntered() {
        VehicleCount count = VehicleCount.of(
                List.of("frame,time_s,track_id", "0,0.0,1", "1,0.04,1", "30,1.2,2", "31,1.24,2", "40,1.6,3"));

        assertThat(count).isEqualTo(new VehicleCount(3, 2));
    }

    @Test
    void findsTheTruthBesideAClip() throws Exception {
        Files.createFile(folder.resolve("one.mp4"));
        Files.createFile(folder.resolve("two.mp4"));
        Files.createFile(folder.resolve("two_gt.csv"));

        List<Clip> clips = Clip.in(folder);

        assertThat(clips).extracting(Clip::name).containsExactly("one", "two");
        assertThat(clips.getFirst().vehicles()).isEmpty();
        assertThat(clips.getLast().vehicles()).contains(folder.resolve("two_gt.csv"));
    }
}
