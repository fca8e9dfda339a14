package dev.winslow.api.worker;

import java.util.List;

/** One order for each lease of the heartbeat, and whether the node shall drain. */
public record HeartbeatResponse(List<LeaseOrder> orders, boolean drain, List<Answered> answers) {
    public HeartbeatResponse {
        answers = answers == null ? List.of() : List.copyOf(answers);
        orders = List.copyOf(orders);
    }
}
