package dev.winslow.engine.sweep;

import dev.winslow.engine.project.ProjectDeletion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes from the storage what nothing names, and finishes deletions that were cut short; one server at a time. Each duty says in its class why it
 * takes nothing that is or may become named. Two sweeps at once would do no harm, only twice the work.
 */
@Component
public class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final SweepRepository repository;
    private final List<BucketDuty> duties;
    private final BucketLeftOvers buckets;
    private final ProjectDeletion deletion;
    private final SweepSettings settings;
    private final InstantSource clock;

    Sweep(
            SweepRepository repository,
            List<BucketDuty> duties,
            BucketLeftOvers buckets,
            ProjectDeletion deletion,
            SweepSettings settings,
            InstantSource clock) {
        this.repository = repository;
        this.duties = duties;
        this.buckets = buckets;
        this.deletion = deletion;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether it was this server's turn. */
    public boolean sweepInTurn() {
        Instant now = clock.instant();
        boolean ours = repository.claim(now, now.plus(settings.interval()));
        if (ours) {
            sweep(now);
        }
        return ours;
    }

    /** As it would be swept at that moment. */
    public void sweep(Instant now) {
        SweepSettings.Limits limits = settings.at(now);
        attempt("deleted projects", () -> deletion.finish(limits.grace()));
        attempt("buckets without a project", () -> buckets.sweep(limits.buckets()));
        attempt("the pool", () -> buckets.pool().forEach(pool -> sweep(pool, limits)));
        repository.projects().forEach(place -> sweep(place, limits));
    }

    private void sweep(BucketDuty.Place place, SweepSettings.Limits limits) {
        repository.keep(clock.instant().plus(settings.interval()));
        duties.forEach(duty -> attempt(place.bucket(), () -> {
            Swept swept = duty.sweep(place, limits);
            if (swept.removed() > 0) {
                log.info("Swept {} objects ({} bytes) from {}", swept.removed(), swept.bytes(), place.bucket());
            }
        }));
    }

    /** What cannot be swept in one place keeps nothing else from being swept. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Not all of {} could be swept; the next sweep tries again", what, e);
        }
    }
}
