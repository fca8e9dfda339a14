package dev.winslow.engine.stage;

import dev.winslow.engine.http.ServerOnADatabase;
import java.time.Duration;

/** Time that passes while the server is there; a leap of its clock is time in which it was away, so that nodes are given time to renew their leases. */
public final class PassingTime {
    private static final Duration STEP = UnbrokenWatch.BREAK.dividedBy(2);

    private PassingTime() {}

    public static void pass(ServerOnADatabase server, Duration duration) {
        LeaseReaper reaper = server.context().getBean(LeaseReaper.class);
        for (Duration left = duration; left.isPositive(); left = left.minus(STEP)) {
            server.leap(STEP);
            reaper.reap();
        }
    }
}
