package dev.winslow.engine.stage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The one place that says whether a worker's command is still to be obeyed. */
public sealed interface LeaseCheck {
    /** The lease holds. */
    record Held(Attempt attempt) implements LeaseCheck {}

    /** The attempt has ended under this very lease, so that this is a report sent twice. */
    record Ended(Attempt attempt) implements LeaseCheck {}

    /** Somebody else's lease, or one that was taken away. */
    record Stale() implements LeaseCheck {}

    static LeaseCheck of(Optional<Attempt> attempt, String token) {
        return attempt.filter(found -> sameToken(found.lease().token(), token))
                .map(LeaseCheck::check)
                .orElseGet(Stale::new);
    }

    private static LeaseCheck check(Attempt attempt) {
        return switch (attempt.state()) {
            case QUEUED, ASSIGNED, PREPARING, RUNNING, COMMITTING -> new Held(attempt);
            case SUCCEEDED, RELEASED, FAILED -> new Ended(attempt);
            case ABORTED, LOST -> new Stale();
        };
    }

    private static boolean sameToken(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
