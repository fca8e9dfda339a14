package dev.winslow.agent.inventory;

import dev.winslow.api.node.GpuLoad;
import java.time.Duration;
import java.util.List;

/** Asks rocm-smi again and again. It has no way to go on by itself, and its start takes long, so that it is not asked each second. */
public final class RocmWatch {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration WITHOUT_CARDS = Duration.ofMinutes(1);

    private volatile List<GpuLoad> newest = List.of();

    public List<GpuLoad> newest() {
        return newest;
    }

    /** Until its thread is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            newest = RocmSmi.loads();
            Thread.sleep(newest.isEmpty() ? WITHOUT_CARDS : PAUSE);
        }
    }
}
