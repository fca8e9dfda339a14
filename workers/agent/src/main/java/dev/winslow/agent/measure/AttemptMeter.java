package dev.winslow.agent.measure;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageLoad;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.MeasuredAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Measures one attempt. What it has is kept in the attempt's folder, for a worker that is started again. */
final class AttemptMeter {
    private final AttemptFolder folder;
    private Optional<Taken> taken = Optional.empty();
    private Optional<Duration> cpuTime = Optional.empty();
    private Instant last;

    AttemptMeter(AttemptFolder folder, Instant now) {
        this.folder = folder;
        this.last = now;
    }

    /** Read when there is something to measure: many a stage ends before. */
    private record Taken(Lease lease, List<Integer> gpus, UsageTally tally) {
        static Taken of(AttemptFolder folder) throws IOException {
            Optional<AttemptUsage> before = PrivateJson.read(folder.usage(), AttemptUsage.class);
            Assignment assignment = PrivateJson.readOnce(folder.assignment(), Assignment.class)
                    .orElseThrow(() -> new IOException(folder.root() + " has no assignment any more"));
            return new Taken(
                    new Lease(assignment.attemptId(), assignment.leaseToken()),
                    assignment.gpus(),
                    before.map(UsageTally::new).orElseGet(UsageTally::new));
        }
    }

    private Taken taken() throws IOException {
        if (taken.isEmpty()) {
            taken = Optional.of(Taken.of(folder));
        }
        return taken.get();
    }

    /** The first look after a start of the worker gives the base only: what was used before then is not of this second. */
    void see(StageLoad load, List<GpuLoad> cards, Instant now) throws IOException {
        Duration span = Duration.between(last, now);
        if (span.isNegative() || span.isZero()) {
            last = now;
            return;
        }
        if (cpuTime.isPresent()) {
            add(load, cards, cpuTime.get(), span);
        }
        cpuTime = Optional.of(load.cpuTime());
        last = now;
    }

    private void add(StageLoad load, List<GpuLoad> cards, Duration before, Duration span) throws IOException {
        double cores = Math.max(0, (double) load.cpuTime().minus(before).toNanos() / span.toNanos());
        List<Integer> gpus = taken().gpus();
        List<GpuLoad> own =
                cards.stream().filter(card -> gpus.contains(card.index())).toList();
        taken().tally()
                .add(
                        new UsageLevel(
                                cores,
                                load.memoryBytes(),
                                own.stream().mapToDouble(GpuLoad::share).sum(),
                                own.stream().mapToLong(GpuLoad::memoryBytes).sum()),
                        span);
    }

    /** Its program has begun here and now, so that all that it has used counts. */
    void begin() {
        cpuTime = Optional.of(Duration.ZERO);
    }

    /** Whether there is something to tell, by this worker or one before it. */
    boolean hasMeasured() {
        return taken.isPresent() || Files.exists(folder.usage());
    }

    MeasuredAttempt told() throws IOException {
        AttemptUsage usage = taken().tally().usage();
        if (PrivateJson.isWritten(folder.assignment())) {
            PrivateJson.write(folder.usage(), usage);
        }
        return new MeasuredAttempt(taken().lease(), usage);
    }
}
