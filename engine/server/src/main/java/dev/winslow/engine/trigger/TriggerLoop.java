package dev.winslow.engine.trigger;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks every second for triggers to fire. Each server does: the claim in the database decides which of them fires. */
@Component
class TriggerLoop extends RepeatedWork {
    private final TimedTriggers timed;
    private final FolderTriggers folders;

    TriggerLoop(TimedTriggers timed, FolderTriggers folders) {
        super("triggers", Duration.ofSeconds(1));
        this.timed = timed;
        this.folders = folders;
    }

    @Override
    protected void round() {
        timed.fireDue();
        folders.fireArrived();
    }
}
