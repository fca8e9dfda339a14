package dev.winslow.engine.notify;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.Receiver;
import dev.winslow.engine.history.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is told what, as it is stored.
 *
 * @param projectId whose events; where absent, those of all projects
 * @param person whose rule it is; absent for a project's
 * @param secret by which a webhook's messages are signed
 */
record Rule(
        UUID id,
        Optional<UUID> projectId,
        Optional<String> person,
        List<EventKind> kinds,
        Receiver receiver,
        Optional<String> secret,
        boolean enabled,
        String createdBy,
        Instant createdAt,
        Standing standing) {

    /**
     * How far the receiver has come.
     *
     * @param reached the number of the last event that was dealt with
     * @param failures how often in a row the receiver could not be reached
     */
    record Standing(
            long reached,
            Optional<Instant> deliveredAt,
            int failures,
            Optional<Instant> nextTryAt,
            Optional<String> fault,
            Optional<String> givenUp) {
        static Standing from(long reached) {
            return new Standing(reached, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    boolean wants(Event event) {
        return !event.kind().administrative()
                && kinds.contains(event.kind())
                && (projectId.isEmpty() || projectId.equals(event.projectId()));
    }

    /** Whether this one tells the same, to the same, signed alike. */
    boolean tellsAlike(Rule other) {
        return enabled == other.enabled
                && projectId.equals(other.projectId)
                && kinds.equals(other.kinds)
                && receiver.equals(other.receiver)
                && secret.equals(other.secret);
    }

    /** A project's rule names its project, and so may a person's. */
    Owner owner() {
        return person.<Owner>map(Owner.OfPerson::new).orElseGet(() -> new Owner.OfProject(projectId.orElseThrow()));
    }

    /** The secret is no part of it. */
    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
