package dev.winslow.engine.worker;

import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.stage.AssignmentSignals;
import dev.winslow.engine.stage.Assignments;
import dev.winslow.engine.stage.Given;
import dev.winslow.engine.stage.NodeLeases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits for attempts for a node, until it is told that there are some. */
@Component
class AssignmentPoll {
    private static final Logger log = LoggerFactory.getLogger(AssignmentPoll.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Each with its signed address, some of a thousand bytes. */
    private static final int FILES_IN_AN_ANSWER = 5000;

    private final NodeLeases leases;
    private final Assignments assignments;
    private final AssignmentSignals signals;
    private final InstantSource clock;

    AssignmentPoll(NodeLeases leases, Assignments assignments, AssignmentSignals signals, InstantSource clock) {
        this.leases = leases;
        this.assignments = assignments;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * @param held attempts that the node has, though their reports may not have arrived
     * @param most how many it takes at once
     */
    List<Assignment> next(UUID nodeId, Set<UUID> held, int most, Duration wait) throws InterruptedException {
        Duration longest = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        Instant end = clock.instant().plus(longest);
        List<Given> given = List.of();
        while (true) {
            List<Assignment> found = drawn(given.isEmpty() ? stored(nodeId, held) : handed(given), most);
            Duration left = Duration.between(clock.instant(), end);
            if (!found.isEmpty() || !left.isPositive() || !signals.isRunning()) {
                return found;
            }
            // A clock that was set back meanwhile lets nobody wait for longer.
            given = signals.await(nodeId, left.compareTo(longest) > 0 ? longest : left);
        }
    }

    /** An attempt that the node is to get, and how it is drawn up, which may fail. */
    private record Waiting(UUID id, Supplier<Assignment> assignment) {}

    private List<Waiting> stored(UUID nodeId, Set<UUID> held) {
        signals.looking(nodeId);
        return leases.next(nodeId, held).stream()
                .map(attempt -> new Waiting(attempt.id(), () -> assignments.draw(attempt)))
                .toList();
    }

    private List<Waiting> handed(List<Given> given) {
        return given.stream()
                .map(each -> new Waiting(each.attempt().id(), () -> assignments.draw(each)))
                .toList();
    }

    /** No more once they name so many files. One that cannot be drawn up does not keep the others from the node. */
    private static List<Assignment> drawn(List<Waiting> attempts, int most) {
        List<Assignment> drawn = new ArrayList<>();
        int files = 0;
        for (Waiting attempt : attempts) {
            try {
                Assignment assignment = attempt.assignment().get();
                drawn.add(assignment);
                files += assignment.files().size();
            } catch (RuntimeException failure) {
                log.warn(
                        "Attempt {} cannot be handed to its node now; that is tried again until its lease ends",
                        attempt.id(),
                        failure);
            }
            if (drawn.size() == most || files >= FILES_IN_AN_ANSWER) {
                break;
            }
        }
        return drawn;
    }
}
