package dev.winslow.api.worker;

import java.util.List;
import java.util.Optional;

/** A node is alive and holds these leases; now and then it tells what it has measured. */
public record Heartbeat(List<Lease> leases, Optional<Telemetry> telemetry) {
    public Heartbeat {
        leases = List.copyOf(leases);
        telemetry = telemetry == null ? Optional.empty() : telemetry;
    }

    public static Heartbeat of(List<Lease> leases) {
        return new Heartbeat(leases, Optional.empty());
    }
}
