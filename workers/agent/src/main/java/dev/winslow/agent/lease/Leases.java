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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of this node alive. When no heartbeat came through for as long as a lease lasts, other nodes may run
 * these stages by now, so it stops them here.
 */
public final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private static final int MOST_NAMED = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Map<UUID, LeaseHolder> holders = new ConcurrentHashMap<>();
    private final ServerClient server;
    private final CacheNews cache;
    private final LongSupplier nanos;
    private final Reporter reporter;
    private volatile JoinResponse pace;
    private long lastHeard;
    private boolean silent;
    private boolean givenUp;

    /** @param nanos of a clock that goes on evenly, whatever the time of day is set to */
    public Leases(ServerClient server, JoinResponse pace, CacheNews cache, LongSupplier nanos, Reporter reporter) {
        this.reporter = reporter;
        this.server = server;
        this.pace = pace;
        this.cache = cache;
        this.nanos = nanos;
        this.lastHeard = nanos.getAsLong();
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
            Thread.sleep(pause());
        }
    }

    /** One heartbeat and what follows from it. */
    void beat() throws InterruptedException {
        long asked = nanos.getAsLong();
        Heartbeat heartbeat = new Heartbeat(
                holders.values().stream().map(LeaseHolder::lease).toList(), cache.news(), reporter.report());
        try {
            obey(server.heartbeat(heartbeat, patience()));
            lastHeard = asked;
            silent = false;
            givenUp = false;
            heartbeat.cached().ifPresent(cache::told);
            reporter.heard();
        } catch (ProtocolException away) {
            LOG.warn("The heartbeat did not come through: {}", away.getMessage());
            cache.untold();
            silent = true;
            giveUpWhenLapsed();
        }
    }

    /** While nothing is heard, the end of the lease is not to be slept through. */
    private Duration pause() {
        Duration interval = pace.heartbeatInterval();
        return silent && left().isPositive() && left().compareTo(interval) < 0 ? left() : interval;
    }

    /** Nor is it to be waited through. */
    private Duration patience() {
        Duration third = pace.leaseDuration().dividedBy(3);
        Duration usual = third.compareTo(SHORTEST) < 0 ? SHORTEST : third;
        if (!left().isPositive() || left().compareTo(usual) > 0) {
            return usual;
        }
        return left().compareTo(SHORTEST) < 0 ? SHORTEST : left();
    }

    /** How much longer the leases hold if the server is not heard any more. */
    private Duration left() {
        return pace.leaseDuration().minusNanos(nanos.getAsLong() - lastHeard);
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
        if (!holders.isEmpty() && !left().isPositive()) {
            if (!givenUp) {
                LOG.error("The server was away for longer than a lease lasts: stopping {} stages", holders.size());
            }
            givenUp = true;
            holders.values().forEach(LeaseHolder::lapsed);
        }
    }
}
