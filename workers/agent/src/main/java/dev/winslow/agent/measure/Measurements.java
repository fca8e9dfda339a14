package dev.winslow.agent.measure;

import dev.winslow.agent.lease.Reporter;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.worker.MeasuredAttempt;
import dev.winslow.api.worker.Telemetry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was measured and is not told yet: at most an hour of seconds, while the server is away. */
public final class Measurements implements Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Measurements.class);
    /** Told together, so that few rows are written. */
    private static final int BLOCK = 10;

    private static final int MOST = 3600;

    private final Deque<NodeLoad> seconds = new ArrayDeque<>();
    private final Deque<NodeLoad> minutes = new ArrayDeque<>();
    private final Map<AttemptFolder, AttemptMeter> attempts = new HashMap<>();
    private final Set<AttemptFolder> ended = new HashSet<>();
    private final Minutes forming = new Minutes();
    private final InstantSource clock;
    private final Runnable heard;
    private Optional<Telemetry> told = Optional.empty();

    /** @param heard is run whenever the server has answered */
    public Measurements(InstantSource clock, Runnable heard) {
        this.clock = clock;
        this.heard = heard;
    }

    synchronized void add(NodeLoad second) {
        push(seconds, second);
        forming.add(second).ifPresent(minute -> push(minutes, minute));
    }

    synchronized void add(AttemptFolder folder, AttemptMeter meter) {
        attempts.put(folder, meter);
    }

    synchronized void last(AttemptFolder folder, AttemptMeter meter) {
        attempts.put(folder, meter);
        ended.add(folder);
    }

    private static void push(Deque<NodeLoad> queue, NodeLoad load) {
        queue.addLast(load);
        if (queue.size() > MOST) {
            queue.removeFirst();
        }
    }

    /** The same block comes again until it has arrived, so that the server knows it again. */
    @Override
    public synchronized Optional<Telemetry> report() {
        if (told.isEmpty() && (seconds.size() >= BLOCK || !ended.isEmpty())) {
            told = Optional.of(new Telemetry(clock.instant(), List.copyOf(seconds), List.copyOf(minutes), measured()));
        }
        told = told.map(again -> new Telemetry(clock.instant(), again.seconds(), again.minutes(), again.attempts()));
        return told;
    }

    private List<MeasuredAttempt> measured() {
        List<MeasuredAttempt> measured = new ArrayList<>();
        attempts.forEach((folder, meter) -> {
            try {
                synchronized (meter) {
                    measured.add(meter.told());
                }
            } catch (IOException unwritten) {
                LOG.warn("What was measured of {} cannot be kept: {}", folder.root(), unwritten.getMessage());
            }
        });
        attempts.clear();
        ended.clear();
        return measured;
    }

    @Override
    public synchronized void heard() {
        heard.run();
        told.ifPresent(arrived -> {
            seconds.removeAll(Set.copyOf(arrived.seconds()));
            minutes.removeAll(Set.copyOf(arrived.minutes()));
        });
        told = Optional.empty();
    }
}
