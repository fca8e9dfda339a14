package dev.winslow.engine.stage;

import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leases of a node: renewing them at its heartbeat, and what it is to fetch. */
@Service
public class NodeLeases {
    private final AttemptRepository attempts;
    private final AttemptClock time;

    NodeLeases(AttemptRepository attempts, AttemptClock time) {
        this.attempts = attempts;
        this.time = time;
    }

    /** Renews what holds and answers an order for each. */
    @Transactional
    public List<LeaseOrder> renew(UUID nodeId, List<Lease> leases) {
        Map<UUID, Attempt> known = attempts
                .find(leases.stream().map(Lease::attemptId).toList())
                .stream()
                .collect(Collectors.toMap(Attempt::id, Function.identity()));
        List<LeaseOrder> orders = new ArrayList<>();
        List<UUID> held = new ArrayList<>();
        for (Lease lease : leases) {
            LeaseCheck check = LeaseCheck.of(Optional.ofNullable(known.get(lease.attemptId())), lease.leaseToken());
            orders.add(new LeaseOrder(lease.attemptId(), order(check)));
            if (check instanceof LeaseCheck.Held) {
                held.add(lease.attemptId());
            }
        }
        attempts.renew(nodeId, held, time.leaseEnd());
        return orders;
    }

    /** The oldest attempts that the node was given and has not begun to prepare, other than those that it says it has. */
    public List<Attempt> next(UUID nodeId, Set<UUID> held) {
        return attempts.assignedTo(nodeId, held);
    }

    private static LeaseOrder.Order order(LeaseCheck check) {
        return switch (check) {
            case LeaseCheck.Held(Attempt attempt) ->
                attempt.lease().abortRequested() ? LeaseOrder.Order.ABORT : LeaseOrder.Order.CONTINUE;
            case LeaseCheck.Ended ended -> LeaseOrder.Order.CONTINUE;
            case LeaseCheck.Stale stale -> LeaseOrder.Order.STOP;
        };
    }
}
