package dev.winslow.api.worker;

import java.util.List;

/** A node is alive and holds these leases. */
public record Heartbeat(List<Lease> leases) {
    public Heartbeat {
        leases = List.copyOf(leases);
    }
}
