package dev.winslow.engine.sweep;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sweeps every so often. */
@Component
class SweepLoop extends RepeatedWork {
    private final Sweep sweep;

    SweepLoop(Sweep sweep, SweepSettings settings, @Value("${winslow.sweep.first-after:PT10M}") Duration firstAfter) {
        super("sweep", firstAfter, settings.interval());
        this.sweep = sweep;
    }

    @Override
    protected void round() {
        sweep.sweepInTurn();
    }
}
