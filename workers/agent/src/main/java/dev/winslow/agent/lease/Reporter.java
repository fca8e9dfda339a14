package dev.winslow.agent.lease;

import dev.winslow.api.worker.Telemetry;
import java.util.Optional;

/** What a heartbeat tells beside the leases. */
public interface Reporter {
    /** Whether there is anything to tell; it is told again until it is known to have arrived. */
    Optional<Telemetry> report();

    /** The server has answered the last heartbeat. */
    void heard();
}
