package dev.winslow.engine.log;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Archives the logs of attempts that have ended, one after the other, and what an earlier life of a server left. */
@Component
class LogArchiving extends RepeatedWork {
    private final LogArchive archive;

    LogArchiving(LogArchive archive, @Value("${winslow.log-archive-interval:PT5S}") Duration interval) {
        super("log-archiving", interval, interval);
        this.archive = archive;
    }

    /** All that wait. What fails stays in the database, and is tried again when its claim has run out. */
    @Override
    protected void round() {
        boolean more = true;
        while (more) {
            more = archive.archiveNext();
        }
    }
}
