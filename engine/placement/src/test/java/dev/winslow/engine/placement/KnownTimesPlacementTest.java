package dev.winslow.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What placement makes of knowing how long stages usually take, and who may keep a node waiting. */
class KnownTimesPlacementTest {
    private static final long GIB = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "over before the node is needed,    30, true",
        "over just when the node is needed, 60, true",
        "over too late,                     61, false",
        "of unknown length,                 -1, false"
    })
    void slipsAShortStageIntoWhatIsKept(String why, int minutes, boolean placed) {
        List<Decision> decisions = decide(
                List.of(big("ann", 120), small("small", "bob", minutes)), node("N1", 8, stage("long", "cleo", 4, 60)));

        assertThat(decisions.getLast() instanceof Decision.Placed).isEqualTo(placed);
    }

    @Test
    void slipsInNoMoreThanThereIsRoomFor() {
        List<Decision> decisions = decide(
                List.of(big("ann"), small("one", "bob", 30), small("two", "bob", 30), small("three", "bob", 30)),
                node("N1", 8, stage("long", "cleo", 4, 60)));

        assertThat(decisions.stream().filter(Decision.Placed.class::isInstance)).hasSize(2);
    }

    @Test
    void keepsTheNodeThatIsFreeFirst() {
        List<Decision> decisions = decide(
                List.of(big("ann"), small("small", "bob", 300)),
                node("N1", 8, stage("long", "cleo", 4, 120)),
                node("N2", 8, stage("short", "cleo", 4, 10)));

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N1")));
    }

    @Test
    void countsWhatStandsIdleUntilThen() {
        List<Decision> decisions = decide(
                List.of(big("ann"), small("small", "bob", 300)),
                node("N1", 8, stage("a", "cleo", 4, 0), stage("b", "cleo", 2, 50)),
                node("N2", 8, stage("c", "cleo", 6, 60)));

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N1")));
    }

    @Test
    void keepsNoNodeForAUserWhoHasMoreThanAnEqualPart() {
        List<Decision> decisions = decide(
                List.of(big("ann"), small("small", "bob", -1)),
                node("N1", 8, stage("of bob", "bob", 4, -1)),
                node("N2", 12, stage("of ann", "ann", 12, -1)));

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N1")));
    }

    @Test
    void givesAnEmptiedNodeToTheStageForWhichItWasKept() {
        PlacementRequest fresh = new PlacementRequest(
                "fresh", "fresh", of("dan"), 0, PATIENCE, new Requirements(2, GIB, 0, Set.of()), Map.of());

        List<Decision> decisions = decide(
                List.of(fresh, big("ann")), node("N1", 8), node("N2", 8, stage("of ann", "ann", 5, -1)), node("N3", 9));

        assertThat(decisions.getFirst()).isEqualTo(new Decision.Placed("big", idOf("N1")));
    }

    private static List<Decision> decide(List<PlacementRequest> requests, NodeResources... nodes) {
        return Placement.decide(requests, List.of(nodes), PATIENCE);
    }

    private static PlacementRequest big(String user) {
        return big(user, -1);
    }

    private static PlacementRequest big(String user, int minutes) {
        return new PlacementRequest(
                "big",
                "big",
                of(user),
                0,
                PATIENCE.multipliedBy(2),
                known(minutes),
                new Requirements(8, GIB, 0, Set.of()),
                Map.of());
    }

    private static PlacementRequest small(String job, String user, int minutes) {
        return new PlacementRequest(
                job, job, of(user), 0, Duration.ZERO, known(minutes), new Requirements(2, GIB, 0, Set.of()), Map.of());
    }

    private static RunningStage stage(String name, String user, int cores, int minutesLeft) {
        return new RunningStage(
                name, of(user), new Requirements(cores, GIB, 0, Set.of()), List.of(), known(minutesLeft));
    }

    private static Optional<Duration> known(int minutes) {
        return minutes < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    private static Claimant of(String user) {
        return new Claimant(idOf(user), user);
    }

    private static NodeResources node(String name, int cores, RunningStage... running) {
        return new NodeResources(
                idOf(name),
                name,
                NodeState.ONLINE,
                new Capabilities(cores, 64 * GIB, List.of(), Set.of()),
                Arrays.asList(running));
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
