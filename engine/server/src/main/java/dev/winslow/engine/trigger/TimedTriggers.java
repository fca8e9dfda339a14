package dev.winslow.engine.trigger;

import dev.winslow.api.run.StartRun;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.trigger.Firings.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fires the triggers whose time has come, on whichever server sees it first, and tells of the times that passed while none ran. */
@Component
public class TimedTriggers {
    private static final Logger log = LoggerFactory.getLogger(TimedTriggers.class);

    private final TriggerRepository triggers;
    private final Firings firings;
    private final RunService runs;
    private final InstantSource clock;

    TimedTriggers(TriggerRepository triggers, Firings firings, RunService runs, InstantSource clock) {
        this.triggers = triggers;
        this.firings = firings;
        this.runs = runs;
        this.clock = clock;
    }

    public void fireDue() {
        Instant now = clock.instant();
        triggers.due(now).forEach(trigger -> trigger.nextAt().ifPresent(due -> tryToFire(trigger, due, now)));
    }

    /** One that cannot be fired now does not keep the others from it; the next round tries again, until the time counts as missed. */
    private void tryToFire(Trigger trigger, Instant due, Instant now) {
        try {
            fire(trigger, due, now);
        } catch (RuntimeException e) {
            log.warn("Trigger {} could not be fired yet", trigger.id(), e);
        }
    }

    private void fire(Trigger trigger, Instant due, Instant now) {
        Cause cause = new Cause(trigger.id(), due, Optional.empty(), locked -> moveOn(locked, due, now));
        if (Schedule.isMissed(due, now)) {
            firings.miss(cause, locked -> Schedule.missed(locked.source(), due, now));
        } else {
            firings.fire(
                    cause, locked -> runs.start(locked.projectId().orElseThrow(), StartRun.with(locked.variables())));
        }
    }

    private boolean moveOn(Trigger locked, Instant due, Instant now) {
        if (!locked.nextAt().equals(Optional.of(due))) {
            return false;
        }
        triggers.setNext(locked.id(), Schedule.next(locked.source(), now));
        return true;
    }
}
