package dev.winslow.engine.worker;

import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.stage.AssignmentSignals;
import dev.winslow.engine.stage.Assignments;
import dev.winslow.engine.stage.Attempt;
import dev.winslow.engine.stage.NodeLeases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
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
        while (true) {
            List<Assignment> found = drawn(leases.next(nodeId, held), most);
            Duration left = Duration.between(clock.instant(), end);
            if (!found.isEmpty() || !left.isPositive() || !signals.isRunning()) {
                return found;
            }
            // A clock that was set back meanwhile lets nobody wait for longer.
            signals.await(nodeId, left.compareTo(longest) > 0 ? longest : left);
        }
    }

    /** No more once they name so many files. One that cannot be drawn up does not keep the others from the node. */
    private List<Assignment> drawn(List<Attempt> attempts, int most) {
        List<Assignment> drawn = new ArrayList<>();
        int files = 0;
        int atOnce = Math.clamp(most, 1, Math.max(1, attempts.size()));
        for (List<Attempt> some :
                attempts.stream().gather(Gatherers.windowFixed(atOnce)).toList()) {
            Assignments.Read read = assignments.read(some);
            for (Attempt attempt : some) {
                if (drawn.size() == most || files >= FILES_IN_AN_ANSWER) {
                    return drawn;
                }
                Optional<Assignment> assignment = drawn(attempt, read);
                assignment.ifPresent(drawn::add);
                files += assignment.map(each -> each.files().size()).orElse(0);
            }
        }
        return drawn;
    }

    private static Optional<Assignment> drawn(Attempt attempt, Assignments.Read read) {
        try {
            return Optional.of(read.draw(attempt));
        } catch (RuntimeException failure) {
            log.warn(
                    "Attempt {} cannot be handed to its node now; that is tried again until its lease ends",
                    attempt.id(),
                    failure);
            return Optional.empty();
        }
    }
}
