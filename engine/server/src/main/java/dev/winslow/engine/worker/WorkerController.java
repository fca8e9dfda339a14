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
import java.security.Principal;
import java.time.Duration;
import java.util.List;
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
    private final Heartbeats heartbeats;
    private final AssignmentPoll poll;
    private final TokenService tokens;
    private final WinslowSettings settings;

    WorkerController(
            NodeService nodes,
            Heartbeats heartbeats,
            AssignmentPoll poll,
            TokenService tokens,
            WinslowSettings settings) {
        this.nodes = nodes;
        this.heartbeats = heartbeats;
        this.poll = poll;
        this.tokens = tokens;
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
        return heartbeats.answer(UUID.fromString(node.getName()), heartbeat);
    }

    @GetMapping(Paths.ASSIGNMENT)
    ResponseEntity<Assignment> assignment(
            @RequestParam(defaultValue = "PT20S") Duration wait,
            @RequestParam(defaultValue = "") Set<UUID> held,
            Principal node)
            throws InterruptedException {
        return poll.next(UUID.fromString(node.getName()), held, 1, wait).stream()
                .findFirst()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(Paths.ASSIGNMENTS)
    ResponseEntity<List<Assignment>> assignments(
            @RequestParam(defaultValue = "PT20S") Duration wait,
            @RequestParam(defaultValue = "") Set<UUID> held,
            Principal node)
            throws InterruptedException {
        List<Assignment> found = poll.next(UUID.fromString(node.getName()), held, Integer.MAX_VALUE, wait);
        return found.isEmpty() ? ResponseEntity.noContent().build() : ResponseEntity.ok(found);
    }
}
