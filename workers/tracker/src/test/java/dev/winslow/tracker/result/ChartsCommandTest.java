package dev.winslow.tracker.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.tracker.TrackerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A film of 24 s, so intervals of 2 s: a car drives down at 50 px/s from second 1 to 5, a truck up from 10 to 14, and a car creeps
 * in a corner from 20 to 21.
 */
class ChartsCommandTest {
    private static final String HEADER =
            "frame,time_s,track_id,class,x_px,y_px,x_ref_px,y_ref_px,length_px,width_px,heading_deg,x_m,y_m,length_m,width_m,speed_mps,accel_mps2,interpolated";
    private static final String LINES = """
            {"frame": 0, "width": 1600, "height": 800, "points": [], "lanes": [],
             "lines": [{"name": "North, main", "from": [0, 120], "to": [400, 120]},
                       {"name": "South", "from": [0, 220], "to": [400, 220]},
                       {"name": "Nobody <&>", "from": [800, 0], "to": [800, 500]}],
             "regions": [{"name": "Stop", "points": [[50, 110], [150, 110], [150, 190], [50, 190]]}]}
            """;

    @TempDir
    private Path work;

    @BeforeEach
    void writeFilm() throws IOException {
        Files.writeString(work.resolve("video.json"), """
                {"file": "film.mp4", "width": 1600, "height": 800, "frames": 24, "durationSeconds": 24.0, "meanFps": 1.0, "rotationDegrees": 0}
                """);
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 5; i++) {
            rows.add(row(1 + i, 1, "car", 100, 50 + 50 * i));
            rows.add(row(10 + i, 2, "truck", 200, 250 - 50 * i));
        }
        rows.add(row(20, 3, "car", 100, 10));
        rows.add(row(21, 3, "car", 100, 40));
        Files.write(work.resolve("trajectories.csv"), rows);
    }

    @Test
    void countsByLineDirectionClassAndTime() throws IOException {
        draw(LINES);

        assertThat(charts()).isZero();

        assertThat(table("counts"))
                .startsWith("line,direction,heading_deg,time_s,class,vehicles")
                .hasSize(1 + 3 * 2 * 2 * 12);
        assertThat(table("counts").stream().filter(row -> !row.endsWith(",0")).skip(1))
                .containsExactly(
                        "North; main,right,90,2,car,1",
                        "North; main,left,-90,12,truck,1",
                        "South,right,90,4,car,1",
                        "South,left,-90,10,truck,1");
        assertThat(table("counting-lines"))
                .containsExactly(
                        "line,direction,heading_deg,vehicles",
                        "North; main,right,90,1",
                        "North; main,left,-90,1",
                        "South,right,90,1",
                        "South,left,-90,1",
                        "Nobody <&>,right,180,0",
                        "Nobody <&>,left,0,0");
    }

    @Test
    void movementsAreBetweenLinesWhereThereAreTwo() throws IOException {
        draw(LINES);

        assertThat(charts()).isZero();

        assertThat(table("movements"))
                .containsExactly(
                        "movement,vehicles,from,to",
                        "North; main to South,1,North; main,South",
                        "North; main to Nobody <&>,0,North; main,Nobody <&>",
                        "South to North; main,1,South,North; main",
                        "South to Nobody <&>,0,South,Nobody <&>",
                        "Nobody <&> to North; main,0,Nobody <&>,North; main",
                        "Nobody <&> to South,0,Nobody <&>,South");
    }

    @Test
    void tellsWhoCameToARegionAndHowLong() throws IOException {
        draw(LINES);

        assertThat(charts()).isZero();

        assertThat(table("regions"))
                .containsExactly(
                        "region,vehicles,entries,exits,mean_dwell_s,longest_dwell_s,vehicle_seconds",
                        "Stop,1,1,1,1.00,1.00,1.00");
    }

    @Test
    void writesNothingOfLinesAndRegionsWhereNoneAreDrawn() throws IOException {
        draw("{\"points\": [], \"lanes\": [], \"lines\": []}");

        assertThat(charts()).isZero();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "trajectories", "heat-map", "speed-histogram", "flow", "density", "hot-spots", "movements");
        assertThat(table("movements"))
                .containsExactly(
                        "movement,vehicles,from,to",
                        "left to left,1,left,left",
                        "left to top,1,left,top",
                        "top to top,1,top,top");
    }

    @Test
    void densityIsOfThePictureWhereNoLanesAreKnown() throws IOException {
        assertThat(charts()).isZero();

        assertThat(table("density"))
                .startsWith(
                        "time_s,vehicles,vehicles_on_lanes,vehicles_per_km",
                        "0,0.500,,",
                        "2,1.000,,",
                        "4,0.500,,",
                        "6,0.000,,")
                .contains("10,1.000,,", "12,1.000,,", "14,0.000,,", "20,0.500,,")
                .hasSize(13);
    }

    /** The lane is 400 px of half a metre: a fifth of a kilometre. */
    @Test
    void densityIsByKilometreOfLaneWhereTheirLengthIsKnown() throws IOException {
        drawLanes();

        assertThat(charts()).isZero();

        assertThat(table("density"))
                .startsWith(
                        "time_s,vehicles,vehicles_on_lanes,vehicles_per_km",
                        "0,0.500,0.500,2.500",
                        "2,1.000,1.000,5.000",
                        "4,0.500,0.500,2.500")
                .contains("10,1.000,0.000,0.000");
    }

    @Test
    void ranksCellsByTheirVehicles() throws IOException {
        assertThat(charts()).isZero();

        assertThat(table("hot-spots"))
                .containsExactly(
                        "rank,place,x_px,y_px,side_px,vehicles,vehicles_per_hour",
                        "1,cell 2-1,100.0,0.0,100.0,2,300.0",
                        "2,cell 3-1,200.0,0.0,100.0,1,150.0",
                        "3,cell 2-2,100.0,100.0,100.0,1,150.0",
                        "4,cell 3-2,200.0,100.0,100.0,1,150.0",
                        "5,cell 2-3,100.0,200.0,100.0,1,150.0",
                        "6,cell 3-3,200.0,200.0,100.0,1,150.0");
    }

    @Test
    void ranksLanesWhereAPersonDrewThem() throws IOException {
        drawLanes();

        assertThat(charts()).isZero();

        assertThat(table("hot-spots"))
                .containsExactly(
                        "rank,place,x_px,y_px,side_px,vehicles,vehicles_per_hour",
                        "1,East,100.0,200.0,,1,150.0",
                        "2,Empty,1000.0,0.0,,0,0.0");
    }

    @Test
    void everyPictureIsWellFormedWhateverNamesAre() throws Exception {
        draw(LINES);

        assertThat(charts()).isZero();

        for (String name : names()) {
            DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(work.resolve("out/charts/" + name + ".svg").toFile());
        }
    }

    @Test
    void aLineWithoutAnEndIsRefused() throws IOException {
        draw("{\"lines\": [{\"name\": \"North\", \"from\": [5, 5], \"to\": [5, 5]}]}");

        assertThat(charts()).isEqualTo(12);
    }

    /** Whole numbers whose sums of bits are alike. */
    @Test
    void aSteepLineIsNoPoint() throws IOException {
        draw("{\"lines\": [{\"name\": \"Slope\", \"from\": [600, 631], \"to\": [601, 600]}]}");

        assertThat(charts()).isZero();
        assertThat(table("counting-lines")).hasSizeGreaterThan(1);
    }

    @Test
    void namesThatComeTwiceOrNotAtAllAreToldApart() throws IOException {
        draw("""
                {"lines": [{"name": "A", "from": [0, 0], "to": [9, 0]}, {"name": "A", "from": [0, 9], "to": [9, 9]},
                           {"name": " ", "from": [0, 5], "to": [9, 5]}]}
                """);

        assertThat(charts()).isZero();

        assertThat(table("counting-lines").stream()
                        .skip(1)
                        .map(row -> row.substring(0, row.indexOf(',')))
                        .distinct())
                .containsExactly("A", "A (2)", "line 3");
    }

    private static String row(int second, int id, String kind, int x, int y) {
        return "%d,%d,%d,%s,0,0,%d,%d,20,10,90,,,,,,,0".formatted(second, second, id, kind, x, y);
    }

    private void draw(String json) throws IOException {
        Files.writeString(work.resolve("reference-points.json"), json);
    }

    private void drawLanes() throws IOException {
        Files.writeString(work.resolve("lanes.json"), """
                {"lanes": [{"id": 1, "name": "Empty", "source": "person", "centre": [[1000, 0], [1000, 0]], "vehicles": 0},
                           {"id": 2, "name": "East", "source": "person", "centre": [[100, 0], [100, 400]], "vehicles": 1}]}
                """);
        Files.writeString(
                work.resolve("lane-assignments.csv"), "frame,track_id,lane_id,lateral_px\n1,1,2,0.00\n2,1,2,0.00\n");
        Files.writeString(
                work.resolve("scale.json"),
                "{\"toMetres\": [0.5, 0, 0, 0, 0.5, 0, 0, 0, 1], \"source\": \"metresPerPixel\"}");
    }

    private int charts() {
        return TrackerApplication.run(
                "charts",
                "--work",
                work.toString(),
                "--out",
                work.resolve("out").toString());
    }

    private List<String> table(String name) throws IOException {
        return Files.readAllLines(work.resolve("out/charts/" + name + ".csv"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("out/charts"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .toList();
        }
    }
}
