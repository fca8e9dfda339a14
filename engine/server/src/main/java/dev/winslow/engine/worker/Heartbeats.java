package dev.winslow.engine.worker;

import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.node.Utilisation;
import dev.winslow.engine.stage.Asking;
import dev.winslow.engine.stage.AttemptUsages;
import dev.winslow.engine.stage.NodeLeases;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from a node's heartbeat. */
@Component
class Heartbeats {
    private final NodeService nodes;
    private final NodeLeases leases;
    private final Asking asking;
    private final Utilisation utilisation;
    private final AttemptUsages usages;

    Heartbeats(NodeService nodes, NodeLeases leases, Asking asking, Utilisation utilisation, AttemptUsages usages) {
        this.nodes = nodes;
        this.leases = leases;
        this.asking = asking;
        this.utilisation = utilisation;
        this.usages = usages;
    }

    HeartbeatResponse answer(UUID node, Heartbeat heartbeat) {
        nodes.seen(node);
        heartbeat.cached().ifPresent(digests -> nodes.caches(node, digests));
        HeartbeatResponse response = new HeartbeatResponse(
                leases.renew(node, heartbeat.leases()), nodes.isDraining(node), asking.answers(heartbeat.leases()));
        heartbeat.telemetry().ifPresent(telemetry -> {
            utilisation.take(node, telemetry);
            usages.take(telemetry.attempts());
        });
        return response;
    }
}
