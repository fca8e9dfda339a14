package dev.winslow.agent.measure;

import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.node.GpuLoad;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second at this machine and at the stages that run on it. */
public final class Meter {
    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Map<AttemptFolder, AttemptMeter> attempts = new ConcurrentHashMap<>();
    private final StageExecutor executor;
    private final Measurements measurements;
    private final GpuWatch gpus;
    private final InstantSource clock;

    public Meter(StageExecutor executor, Measurements measurements, GpuWatch gpus, InstantSource clock) {
        this.executor = executor;
        this.measurements = measurements;
        this.gpus = gpus;
        this.clock = clock;
    }

    /** Until its thread is interrupted. Nothing that fails here ends a stage. */
    public void run() throws InterruptedException {
        Optional<NodeMeter> node = node();
        while (true) {
            Thread.sleep(PACE);
            List<GpuLoad> cards = gpus.newest();
            node.ifPresent(machine -> look(machine, cards));
            attempts.forEach((folder, meter) -> look(folder, meter, cards));
        }
    }

    private Optional<NodeMeter> node() {
        try {
            return Optional.of(new NodeMeter(clock.instant()));
        } catch (IOException | RuntimeException unmeasurable) {
            LOG.warn("How busy this machine is cannot be measured", unmeasurable);
            return Optional.empty();
        }
    }

    private void look(NodeMeter machine, List<GpuLoad> cards) {
        try {
            measurements.add(machine.look(cards, clock.instant()));
        } catch (IOException | RuntimeException unmeasured) {
            LOG.debug("This second could not be measured", unmeasured);
        }
    }

    /** The program of this attempt runs. */
    void begin(AttemptFolder folder, boolean fresh) {
        if (attempts.containsKey(folder)) {
            return;
        }
        AttemptMeter meter = new AttemptMeter(folder, clock.instant());
        if (fresh) {
            meter.begin();
        }
        attempts.putIfAbsent(folder, meter);
    }

    /** It runs no more; what was measured of it, if anything, is told once more. */
    void end(AttemptFolder folder) {
        AttemptMeter meter = attempts.remove(folder);
        if (meter != null) {
            look(folder, meter, gpus.newest());
            if (meter.hasMeasured()) {
                measurements.last(folder, meter);
            }
        }
    }

    private void look(AttemptFolder folder, AttemptMeter meter, List<GpuLoad> cards) {
        try {
            Optional<StageLoad> load = executor.load(folder);
            Instant now = clock.instant();
            boolean measured;
            synchronized (meter) {
                if (load.isPresent()) {
                    meter.see(load.get(), cards, now);
                }
                measured = meter.hasMeasured();
            }
            // Whoever reports holds the measurements and asks for each meter: never the other way round.
            if (measured) {
                measurements.add(folder, meter);
            }
        } catch (IOException | RuntimeException unmeasured) {
            LOG.debug("What {} uses could not be measured", folder.root(), unmeasured);
        }
    }
}
