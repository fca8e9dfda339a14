package dev.winslow.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PointsCheckTest {
    private static final double[][] PLACES = {
        {200, 150}, {1700, 200}, {1600, 900}, {250, 950}, {900, 500}, {1200, 300}, {400, 700}
    };

    @Test
    void fitsMetresOfATiltedCamera() {
        PointsCheck check = check(points(seen()));

        assertThat(check.problems()).isEmpty();
        assertThat(check.fit()).hasValueSatisfying(fit -> {
            assertThat(fit.rmsMetres()).isLessThan(1e-6);
            assertThat(fit.bad()).isEmpty();
            assertThat(fit.metresPerPixel()).isCloseTo(0.05, within(0.02));
        });
    }

    @Test
    void namesTheOnePointThatIsOff() {
        List<double[]> seen = seen();
        seen.get(4)[2] += 4;

        PointsCheck check = check(points(seen));

        assertThat(check.fit().flatMap(PointsFit::bad)).contains(5);
        assertThat(check.hints()).anySatisfy(hint -> assertThat(hint).startsWith("Point 5 is off by"));
    }

    @Test
    void blamesNobodyWhereSeveralAreOff() {
        List<double[]> seen = seen();
        seen.get(0)[2] += 5;
        seen.get(4)[3] -= 5;
        seen.get(6)[2] -= 4;

        PointsCheck check = check(points(seen));

        assertThat(check.fit().flatMap(PointsFit::bad)).isEmpty();
        assertThat(check.hints()).anySatisfy(hint -> assertThat(hint).contains("more than one point is off"));
    }

    @Test
    void saysThatFourPointsProveNothing() {
        PointsCheck check = check(points(seen().subList(0, 4)));

        assertThat(check.fit()).isPresent();
        assertThat(check.hints()).anySatisfy(hint -> assertThat(hint).contains("a fifth shows"));
    }

    @Test
    void fitsNothingToPointsOnALine() {
        List<double[]> line = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            line.add(new double[] {100 + 300 * i, 100 + 150 * i, 10 * i, 5 * i});
        }

        PointsCheck check = check(points(line));

        assertThat(check.fit()).isEmpty();
        assertThat(check.hints()).anySatisfy(hint -> assertThat(hint).contains("on one line"));
    }

    @Test
    void takesPointsWithoutMetresAndAScale() {
        PointsCheck check = check("""
                [{"id": 1, "x": 100, "y": 100}, {"id": 2, "x": 1800, "y": 100}, {"id": 3, "x": 900, "y": 1000, "score": 0.9}],
                "metresPerPixel": 0.1
                """);

        assertThat(check.problems()).isEmpty();
        assertThat(check.fit()).isEqualTo(Optional.empty());
        assertThat(check.hints()).containsExactly("A fourth point keeps the camera in place when one is hidden.");
    }

    @Test
    void refusesWhatNoStageCanWorkWith() {
        PointsCheck check = check("""
                [{"id": 1, "x": 100, "y": 100}, {"id": 1, "x": 4000, "y": 100}],
                "lanes": [{"name": "In", "points": [[1, 1]]}],
                "lines": [{"name": "Stop", "from": [5, 5], "to": [5, 5]}],
                "regions": [{"name": "Box", "points": [[0, 0], [10, 10], [10, 0], [0, 10]]}]
                """);

        assertThat(check.problems())
                .containsExactly(
                        "Expected at least 3 points, but there are 2.",
                        "Two points have the number 1.",
                        "Point 1 (4000.0, 100.0) lies outside the frame of 1920 x 1080.",
                        "The lane \"In\" needs at least two points.",
                        "The outline of the region \"Box\" crosses itself.",
                        "The counting line \"Stop\" has no length.");
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        assertThat(PointsCheck.of("points").problems())
                .singleElement()
                .asString()
                .startsWith("This is no reference-points file");
    }

    /** As a camera sees them that looks down at a slant. */
    private static List<double[]> seen() {
        List<double[]> seen = new ArrayList<>();
        for (double[] place : PLACES) {
            double w = 1 + 0.0002 * place[0] - 0.0001 * place[1];
            seen.add(new double[] {
                place[0],
                place[1],
                (0.06 * place[0] + 0.004 * place[1] - 20) / w + 3512345,
                (-0.003 * place[0] + 0.058 * place[1] + 7) / w + 5364210
            });
        }
        return seen;
    }

    private static String points(List<double[]> seen) {
        return seen.stream()
                .map(point -> String.format(
                        Locale.ENGLISH,
                        "{\"id\": %d, \"x\": %f, \"y\": %f, \"xMetres\": %f, \"yMetres\": %f}",
                        seen.indexOf(point) + 1,
                        point[0],
                        point[1],
                        point[2],
                        point[3]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static PointsCheck check(String points) {
        return PointsCheck.of("{\"frame\": 0, \"width\": 1920, \"height\": 1080, \"points\": " + points + "}");
    }
}
