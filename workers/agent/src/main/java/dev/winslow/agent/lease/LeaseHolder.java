package dev.winslow.agent.lease;

import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;

/** Whoever works under a lease. */
public interface LeaseHolder {
    Lease lease();

    /** Whether the server knows that it is here. */
    boolean reported();

    /** May come more than once. */
    void order(LeaseOrder.Order order);

    /** The server was not heard for as long as the lease lasts; others may do the work by now. May come more than once. */
    void lapsed();

    /** A person has answered what the stage asked; comes again with every heartbeat. */
    void answered(Answered answer);
}
