package dev.winslow.agent.protocol;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between tries, spread so that workers do not come back all at once. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    public void pause() throws InterruptedException {
        double spread = ThreadLocalRandom.current().nextDouble(0.5, 1.0);
        Thread.sleep(Duration.ofMillis((long) (next.toMillis() * spread)));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    public void reset() {
        next = FIRST;
    }
}
