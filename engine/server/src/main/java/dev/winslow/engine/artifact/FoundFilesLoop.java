package dev.winslow.engine.artifact;

import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks every so often for what was put into the buckets, on one server. */
@Component
class FoundFilesLoop extends RepeatedWork {
    private static final String LEAD = "found-files";

    /** In an interval, since several servers begin at different moments, and a look may take long itself. */
    private static final int LOOKS_WHETHER_DUE = 10;

    private static final Logger log = LoggerFactory.getLogger(FoundFilesLoop.class);

    private final FoundFiles found;
    private final FoundObjectRepository repository;
    private final Leadership leadership;
    private final InstantSource clock;
    private final Duration interval;

    FoundFilesLoop(
            FoundFiles found,
            FoundObjectRepository repository,
            Leadership leadership,
            InstantSource clock,
            @Value("${winslow.found-files.interval:PT1M}") Duration interval) {
        super("found-files", interval.dividedBy(LOOKS_WHETHER_DUE));
        this.found = found;
        this.repository = repository;
        this.leadership = leadership;
        this.clock = clock;
        this.interval = interval;
    }

    /** A film may take long: without holding on to the lead meanwhile another server would begin with it, too. */
    @Override
    protected void round() throws InterruptedException {
        Instant began = clock.instant();
        if (!leadership.leads(LEAD) || !repository.isDue(began)) {
            return;
        }
        try (ScheduledExecutorService holding = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("found-files-lead").factory())) {
            var _ = holding.scheduleWithFixedDelay(this::hold, 1, 1, TimeUnit.SECONDS);
            found.look(interval.dividedBy(2));
        }
        Instant next = began.plus(interval);
        Instant soonest = clock.instant().plus(interval.dividedBy(2));
        repository.rest(next.isAfter(soonest) ? next : soonest);
    }

    /** Once without an answer is not the end: what throws here would never be tried again. */
    private void hold() {
        try {
            leadership.leads(LEAD);
        } catch (RuntimeException e) {
            log.warn("The database did not say who looks through the buckets; it is asked again", e);
        }
    }

    @Override
    protected void ended() {
        leadership.resign(LEAD);
    }
}
