package dev.winslow.engine.stage;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Runs rounds of placement, on one server: as soon as something changes, where stages wait also as soon as others end, and every second in case
 * another server changed something.
 */
@Component
class DispatchLoop extends RepeatedWork {
    private static final String PLACEMENT = "placement";

    private final Dispatcher dispatcher;
    private final Leadership leadership;
    private volatile boolean crowded;

    DispatchLoop(Dispatcher dispatcher, Leadership leadership, Changes changes, ArrivingOutcomes arriving) {
        super(PLACEMENT, Duration.ofSeconds(1));
        this.dispatcher = dispatcher;
        this.leadership = leadership;
        // Listens for as long as the application lives, as the work does.
        var _ = changes.subscribeToTheQueue(this::wake);
        arriving.subscribe(this::roomComes);
    }

    @Override
    protected void round() {
        if (leadership.leads(PLACEMENT)) {
            crowded = dispatcher.dispatch().crowded();
        }
    }

    /** Where nothing waits, a round would find nothing to place before the outcomes are written. */
    private void roomComes() {
        if (crowded) {
            wake();
        }
    }

    @Override
    protected void ended() {
        leadership.resign(PLACEMENT);
    }
}
