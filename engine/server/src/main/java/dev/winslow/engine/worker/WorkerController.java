package dev.winslow.engine.worker;

import dev.winslow.api.Paths;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.engine.node.Node;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
import dev.winslow.engine.settings.WinslowSettings;
import dev.winslow.engine.stage.Asking;
import dev.winslow.engine.stage.NodeLeases;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A node joins, beats its heart, and fetches what it was given. The principal's name is the node's id. */
@RestController
class WorkerController {
    private final NodeService nodes;
    private final NodeLeases leases;
    private final AssignmentPoll poll;
    private final TokenService tokens;
    private final Asking asking;
    private final WinslowSettings settings;

    WorkerController(
            NodeService nodes,
            NodeLeases leases,
            AssignmentPoll poll,
            TokenService tokens,
            Asking asking,
            WinslowSettings settings) {
        this.nodes = nodes;
        this.leases = leases;
        this.poll = poll;
        this.tokens = tokens;
        this.asking = asking;
        this.settings = settings;
    }

    @PostMapping(Paths.JOIN)
    JoinResponse join(@RequestBody JoinRequest request) {
        Node node = nodes.join(request);
        String token = tokens.issue(TokenKind.NODE, node.id().toString());
        return new JoinResponse(node.id(), token, settings.heartbeatInterval(), settings.leaseDuration());
    }

    @PostMapping(Paths.HEARTBEAT)
    HeartbeatResponse heartbeat(@RequestBody Heartbeat heartbeat, Principal node) {
        UUID nodeId = UUID.fromString(node.getName());
        nodes.seen(nodeId);
        heartbeat.cached().ifPresent(digests -> nodes.caches(nodeId, digests));
        return new HeartbeatResponse(
                leases.renew(nodeId, heartbeat.leases()),
                nodes.require(nodeId).draining(),
                asking.answers(heartbeat.leases()));
    }

    @GetMapping(Paths.ASSIGNMENT)
    ResponseEntity<Assignment> assignment(
            @RequestParam(defaultValue = "PT20S") Duration wait,
            @RequestParam(defaultValue = "") Set<UUID> held,
            Principal node)
            throws InterruptedException {
        return poll.next(UUID.fromString(node.getName()), held, wait)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
