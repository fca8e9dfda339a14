package dev.winslow.api.worker;

import java.util.UUID;

/** What is to happen with an attempt: go on, stop because a person aborts it, or stop because the lease is lost. */
public record LeaseOrder(UUID attemptId, Order order) {
    /** See {@link LeaseOrder}. */
    public enum Order {
        CONTINUE,
        ABORT,
        STOP
    }
}
