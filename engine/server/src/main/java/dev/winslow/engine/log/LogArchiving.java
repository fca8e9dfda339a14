package dev.winslow.engine.log;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Archives the logs of attempts that have ended, one after the other, and what an earlier life of a server left. */
@Component
class LogArchiving extends RepeatedWork {
    /** How often logs are looked for that a server of an earlier version ended beside this one. */
    private static final Duration LOOK = Duration.ofHours(1);

    private final LogArchive archive;
    private final InstantSource clock;
    private Instant looked = Instant.MIN;

    LogArchiving(
            LogArchive archive, InstantSource clock, @Value("${winslow.log-archive-interval:PT5S}") Duration interval) {
        super("log-archiving", interval, interval);
        this.archive = archive;
        this.clock = clock;
    }

    /** All that wait. What fails stays in the database, and is tried again when its claim has run out. */
    @Override
    protected void round() {
        Instant now = clock.instant();
        // A clock that was set back keeps nobody from looking.
        if (now.isBefore(looked) || looked.isBefore(now.minus(LOOK))) {
            archive.findWhatEarlierVersionsEnded();
            looked = now;
        }
        boolean more = true;
        while (more) {
            more = archive.archiveNext();
        }
    }
}
