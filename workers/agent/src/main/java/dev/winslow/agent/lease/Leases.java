package dev.winslow.agent.lease;

import dev.winslow.agent.cache.CacheNews;
import dev.winslow.agent.protocol.ProtocolException;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Heartbeat;
import dev.winslow.api.worker.HeartbeatResponse;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.LeaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of this node alive. When no heartbeat came through for as long as a lease lasts, other nodes may run
 * these stages by now, so it stops them here.
 */
public final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private static final int MOST_NAMED = 100;

    private final Map<UUID, LeaseHolder> holders = new ConcurrentHashMap<>();
    private final ServerClient server;
    private final CacheNews cache;
    private final InstantSource clock;
    private final Reporter reporter;
    private volatile JoinResponse pace;
    private Instant lastHeard;

    public Leases(ServerClient server, JoinResponse pace, CacheNews cache, InstantSource clock, Reporter reporter) {
        this.reporter = reporter;
        this.server = server;
        this.pace = pace;
        this.cache = cache;
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    /** After joining anew. */
    public void setPace(JoinResponse joined) {
        this.pace = joined;
    }

    /** False where the attempt is held already. */
    public boolean hold(LeaseHolder holder) {
        return holders.putIfAbsent(holder.lease().attemptId(), holder) == null;
    }

    public void release(LeaseHolder holder) {
        holders.remove(holder.lease().attemptId(), holder);
    }

    /** Attempts held here of which the server may not know it yet, at most as many as fit into a call. */
    public List<UUID> unreported() {
        return holders.values().stream()
                .filter(holder -> !holder.reported())
                .map(holder -> holder.lease().attemptId())
                .limit(MOST_NAMED)
                .toList();
    }

    /** Beats until its thread is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            beat();
            Thread.sleep(pace.heartbeatInterval());
        }
    }

    /** One heartbeat and what follows from it. */
    void beat() throws InterruptedException {
        Instant asked = clock.instant();
        Heartbeat heartbeat = new Heartbeat(
                holders.values().stream().map(LeaseHolder::lease).toList(), cache.news(), reporter.report());
        try {
            obey(server.heartbeat(heartbeat, patience()));
            lastHeard = asked;
            heartbeat.cached().ifPresent(cache::told);
            reporter.heard();
        } catch (ProtocolException away) {
            LOG.warn("The heartbeat did not come through: {}", away.getMessage());
            cache.untold();
            giveUpWhenLapsed();
        }
    }

    private Duration patience() {
        Duration third = pace.leaseDuration().dividedBy(3);
        return third.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : third;
    }

    private void obey(HeartbeatResponse response) {
        for (LeaseOrder order : response.orders()) {
            LeaseHolder holder = holders.get(order.attemptId());
            if (holder != null) {
                holder.order(order.order());
            }
        }
        for (Answered answer : response.answers()) {
            LeaseHolder holder = holders.get(answer.attemptId());
            if (holder != null) {
                holder.answered(answer);
            }
        }
    }

    private void giveUpWhenLapsed() {
        if (!holders.isEmpty() && clock.instant().isAfter(lastHeard.plus(pace.leaseDuration()))) {
            LOG.error("The server was away for longer than a lease lasts: stopping {} stages", holders.size());
            holders.values().forEach(holder -> holder.order(LeaseOrder.Order.STOP));
        }
    }
}
