package dev.winslow.api.worker;

import java.util.List;
import java.util.Optional;

/**
 * A node is alive and holds these leases; now and then it tells what it has measured.
 *
 * @param cached the SHA-256 of the files in its cache that are worth telling of; absent where nothing has changed since it told last
 */
public record Heartbeat(List<Lease> leases, Optional<List<String>> cached, Optional<Telemetry> telemetry) {
    public Heartbeat {
        leases = List.copyOf(leases);
        cached = cached == null ? Optional.empty() : cached.map(List::copyOf);
        telemetry = telemetry == null ? Optional.empty() : telemetry;
    }

    public static Heartbeat of(List<Lease> leases) {
        return new Heartbeat(leases, Optional.empty(), Optional.empty());
    }
}
