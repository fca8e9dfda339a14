package dev.winslow.engine.stage;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Runs rounds of placement, on one server: as soon as something changes, and every second in case another server changed it. */
@Component
class DispatchLoop extends RepeatedWork {
    private static final String PLACEMENT = "placement";

    private final Dispatcher dispatcher;
    private final Leadership leadership;

    DispatchLoop(Dispatcher dispatcher, Leadership leadership, Changes changes) {
        super(PLACEMENT, Duration.ofSeconds(1));
        this.dispatcher = dispatcher;
        this.leadership = leadership;
        // Listens for as long as the application lives, as the work does.
        var _ = changes.subscribeToTheQueue(this::wake);
    }

    @Override
    protected void round() {
        if (leadership.leads(PLACEMENT)) {
            var _ = dispatcher.dispatch();
        }
    }

    @Override
    protected void ended() {
        leadership.resign(PLACEMENT);
    }
}
