package dev.winslow.engine.account;

import static dev.winslow.engine.database.Columns.instant;
import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.security.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts wrong passwords, for all servers. A try counts as a failure before its password is looked at, so that many at the same moment are as
 * slow as one after the other.
 */
@Repository
class Guesses {
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Guesses(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who guesses, as a whole. */
    record Subject(BackOff backOff, String key) {
        static Subject of(BackOff backOff, String kind, String... parts) {
            return new Subject(backOff, Secrets.sha256(kind + "\n" + String.join("\n", parts)));
        }
    }

    private record Seen(int failures, Instant lastAt) {}

    /** Counts one more failure, or tells how long to wait first. */
    Optional<Duration> reserve(Subject subject) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant now = clock.instant();
            Optional<Seen> seen = seen(subject)
                    .filter(one -> one.lastAt().plus(BackOff.FORGOTTEN).isAfter(now));
            Duration left = seen.map(one -> left(subject, one, now)).orElse(Duration.ZERO);
            if (left.isPositive()) {
                return Optional.of(left);
            }
            if (count(subject, seen, now)) {
                return Optional.empty();
            }
        }
        return Optional.of(Duration.ofSeconds(1));
    }

    int failures(Subject subject) {
        return seen(subject).map(Seen::failures).orElse(0);
    }

    /** That one was right. */
    void takeBack(Subject subject) {
        jdbc.sql("update sign_in_failure set failures = failures - 1 where subject = :subject and failures > 0")
                .param("subject", subject.key())
                .update();
    }

    void forget(Subject subject) {
        jdbc.sql("delete from sign_in_failure where subject = :subject")
                .param("subject", subject.key())
                .update();
    }

    void sweep() {
        jdbc.sql("delete from sign_in_failure where last_at < :before")
                .param("before", time(clock.instant().minus(BackOff.FORGOTTEN)))
                .update();
    }

    private static Duration left(Subject subject, Seen seen, Instant now) {
        return Duration.between(now, seen.lastAt().plus(subject.backOff().after(seen.failures())));
    }

    private Optional<Seen> seen(Subject subject) {
        return jdbc.sql("select failures, last_at from sign_in_failure where subject = :subject")
                .param("subject", subject.key())
                .query((row, number) -> new Seen(row.getInt("failures"), instant(row, "last_at")))
                .optional();
    }

    /** False where another has counted in between. */
    private boolean count(Subject subject, Optional<Seen> seen, Instant now) {
        if (seen.isPresent()) {
            return jdbc.sql("""
                            update sign_in_failure set failures = failures + 1, last_at = :now
                            where subject = :subject and failures = :failures and last_at = :lastAt
                            """)
                            .param("now", time(now))
                            .param("subject", subject.key())
                            .param("failures", seen.orElseThrow().failures())
                            .param("lastAt", time(seen.orElseThrow().lastAt()))
                            .update()
                    == 1;
        }
        jdbc.sql("delete from sign_in_failure where subject = :subject and last_at <= :forgotten")
                .param("subject", subject.key())
                .param("forgotten", time(now.minus(BackOff.FORGOTTEN)))
                .update();
        try {
            jdbc.sql("insert into sign_in_failure (subject, failures, last_at) values (:subject, 1, :now)")
                    .param("subject", subject.key())
                    .param("now", time(now))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }
}
