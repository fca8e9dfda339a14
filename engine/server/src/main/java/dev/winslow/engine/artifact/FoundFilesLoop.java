package dev.winslow.engine.artifact;

import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks every so often for what was put into the buckets, on one server. */
@Component
class FoundFilesLoop extends RepeatedWork {
    private static final String LEAD = "found-files";

    private final FoundFiles found;
    private final Leadership leadership;

    FoundFilesLoop(
            FoundFiles found, Leadership leadership, @Value("${winslow.found-files.interval:PT1M}") Duration interval) {
        super("found-files", interval);
        this.found = found;
        this.leadership = leadership;
    }

    /** A film may take long: without holding on to the lead meanwhile another server would begin with it, too. */
    @Override
    protected void round() {
        if (!leadership.leads(LEAD)) {
            return;
        }
        try (ScheduledExecutorService holding = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("found-files-lead").factory())) {
            var _ = holding.scheduleWithFixedDelay(() -> leadership.leads(LEAD), 1, 1, TimeUnit.SECONDS);
            found.look();
        }
    }

    @Override
    protected void ended() {
        leadership.resign(LEAD);
    }
}
