package dev.winslow.agent.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.cache.CacheNews;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.JoinResponse;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a server that does not answer. */
class LeasesTest {
    private static final Duration LEASE = Duration.ofSeconds(15);

    @TempDir
    Path cache;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - LEASE.toNanos() / 2);
    private final AtomicReference<Instant> timeOfDay = new AtomicReference<>(Instant.parse("2026-03-29T00:59:00Z"));
    private final Holder holder = new Holder();

    @Test
    void holdForAsLongAsTheyLast() throws Exception {
        Leases leases = leases();

        nanos.addAndGet(LEASE.minusMillis(1).toNanos());
        leases.beat();
        assertThat(holder.lapsed).isFalse();

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        leases.beat();
        assertThat(holder.lapsed).isTrue();
    }

    @Test
    void holdWhateverTheTimeOfDayIsSetTo() throws Exception {
        Leases leases = leases();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        timeOfDay.set(Instant.parse("2036-01-01T00:00:00Z"));
        leases.beat();
        timeOfDay.set(Instant.EPOCH);
        leases.beat();

        assertThat(holder.lapsed).isFalse();
    }

    private Leases leases() {
        Leases leases = new Leases(
                new ServerClient(URI.create("http://127.0.0.1:9")),
                new JoinResponse(new UUID(0, 1), "", Duration.ofSeconds(3), LEASE),
                new CacheNews(cache, timeOfDay::get),
                nanos::get,
                new Silence());
        leases.hold(holder);
        return leases;
    }

    private static final class Holder implements LeaseHolder {
        private boolean lapsed;

        @Override
        public Lease lease() {
            return new Lease(new UUID(0, 2), "token");
        }

        @Override
        public boolean reported() {
            return true;
        }

        @Override
        public void order(LeaseOrder.Order order) {
            throw new AssertionError("Nobody gives orders here");
        }

        @Override
        public void lapsed() {
            lapsed = true;
        }

        @Override
        public void answered(Answered answer) {
            throw new AssertionError("Nobody answers here");
        }
    }

    private record Silence() implements Reporter {
        @Override
        public Optional<Telemetry> report() {
            return Optional.empty();
        }

        @Override
        public void heard() {
            throw new AssertionError("Nothing is heard here");
        }
    }
}
