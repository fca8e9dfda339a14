package dev.winslow.api.worker;

import java.util.UUID;

/** An attempt that a node holds, with its token. */
public record Lease(UUID attemptId, String leaseToken) {
    @Override
    public String toString() {
        return "Lease[attemptId=" + attemptId + "]";
    }
}
