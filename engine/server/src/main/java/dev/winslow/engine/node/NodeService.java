package dev.winslow.engine.node;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.engine.Ids;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.settings.WinslowSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The nodes: joining, being seen, draining, and what stages may use of them. */
@Service
public class NodeService {
    private final NodeRepository nodes;
    private final NodeFiles files;
    private final NodeAttempts attempts;
    private final WinslowSettings settings;
    private final InstantSource clock;
    private final Events events;

    NodeService(
            NodeRepository nodes,
            NodeFiles files,
            NodeAttempts attempts,
            WinslowSettings settings,
            InstantSource clock,
            Events events) {
        this.nodes = nodes;
        this.files = files;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** A node that joins under a name that is known takes up its old place, with what it offers now. */
    @Transactional
    public Node join(JoinRequest request) {
        if (request.protocolVersion() < JoinRequest.OLDEST_PROTOCOL
                || request.protocolVersion() > JoinRequest.PROTOCOL) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Expected a worker that speaks protocol %d to %d, but %s (version %s) speaks %d."
                            .formatted(
                                    JoinRequest.OLDEST_PROTOCOL,
                                    JoinRequest.PROTOCOL,
                                    request.name(),
                                    request.agentVersion(),
                                    request.protocolVersion()),
                    "Start the worker in the same version as the server.");
        }
        return nodes.findByName(request.name())
                .flatMap(known -> nodes.lock(known.id()))
                .map(known -> rejoin(known, request))
                .orElseGet(() -> enter(request));
    }

    public void seen(UUID id) {
        nodes.seen(id, clock.instant());
    }

    /** These files lie in the node's cache now. */
    public void caches(UUID id, List<String> digests) {
        files.tell(id, digests);
    }

    public Node require(UUID id) {
        return nodes.find(id).orElseThrow(() -> unknown(id));
    }

    public boolean isDraining(UUID id) {
        return nodes.isDraining(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no node " + id + ".", "List the nodes, or let it join again.");
    }

    /** Holds the node until the transaction ends; empty where there is none. */
    public Optional<Node> lock(UUID id) {
        return nodes.lock(id);
    }

    public List<Node> all() {
        return nodes.list();
    }

    public List<NodeView> list() {
        return nodes.list().stream().map(this::view).toList();
    }

    /** A draining node finishes what it runs and is given nothing new. */
    @Transactional
    public NodeView drain(UUID id, boolean draining) {
        Node node = lock(id).orElseGet(() -> require(id));
        nodes.update(new Node(
                id, node.name(), node.agentVersion(), node.capabilities(), node.limits(), draining, node.lastSeen()));
        if (node.draining() != draining) {
            events.administrative(
                    draining ? EventKind.NODE_DRAINED : EventKind.NODE_RELEASED, Map.of("name", node.name()));
        }
        return view(require(id));
    }

    /** Says what stages may use of a node; what runs there already goes on. */
    @Transactional
    public NodeView limit(UUID id, NodeLimits limits) {
        requireNotNegative(limits);
        Node node = lock(id).orElseGet(() -> require(id));
        nodes.update(new Node(
                id, node.name(), node.agentVersion(), node.capabilities(), limits, node.draining(), node.lastSeen()));
        events.administrative(EventKind.NODE_LIMITED, Map.of("name", node.name()));
        return view(require(id));
    }

    /** Forgets a node that is gone; what its attempts left stays. One that is still at work would only join again. */
    @Transactional
    public void remove(UUID id) {
        Node node = lock(id).orElseGet(() -> require(id));
        if (state(node) != NodeState.OFFLINE) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The worker of %s is still there.".formatted(node.name()),
                    "Drain the node, stop its worker when nothing runs there any more, and remove it then.");
        }
        if (!attempts.on(id).isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Stages that ran on %s are not yet given up.".formatted(node.name()),
                    "Wait until their leases are over, a minute at most, and try again.");
        }
        nodes.delete(id);
    }

    private static void requireNotNegative(NodeLimits limits) {
        if (limits.cores().orElse(0) < 0
                || limits.memoryBytes().orElse(0L) < 0
                || limits.gpus().orElse(0) < 0) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A limit of a node is 0 or more.",
                    "Give a number of cores, bytes or GPUs, or leave it out for no limit.");
        }
    }

    private Node rejoin(Node known, JoinRequest request) {
        Node node = new Node(
                known.id(),
                known.name(),
                request.agentVersion(),
                request.capabilities(),
                known.limits(),
                known.draining(),
                clock.instant());
        nodes.update(node);
        return node;
    }

    private Node enter(JoinRequest request) {
        Node node = new Node(
                Ids.next(),
                request.name(),
                request.agentVersion(),
                request.capabilities(),
                NodeLimits.NONE,
                false,
                clock.instant());
        nodes.insert(node);
        return node;
    }

    private NodeView view(Node node) {
        return new NodeView(
                node.id(),
                node.name(),
                state(node),
                node.agentVersion(),
                node.capabilities(),
                node.limits(),
                node.lastSeen(),
                attempts.on(node.id()));
    }

    /** Only a node that was heard of lately is given stages. */
    public NodeState state(Node node) {
        if (!isOnline(node, clock.instant())) {
            return NodeState.OFFLINE;
        }
        return node.draining() ? NodeState.DRAINING : NodeState.ONLINE;
    }

    private boolean isOnline(Node node, Instant now) {
        return node.lastSeen().plus(settings.nodeSilence()).isAfter(now);
    }
}
