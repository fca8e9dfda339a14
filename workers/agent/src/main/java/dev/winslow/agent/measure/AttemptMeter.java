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
    private final Lease lease;
    private final List<Integer> gpus;
    private final UsageTally tally;
    private Optional<Duration> cpuTime = Optional.empty();
    private Instant last;

    private AttemptMeter(AttemptFolder folder, Assignment assignment, UsageTally tally, Instant now) {
        this.folder = folder;
        this.lease = new Lease(assignment.attemptId(), assignment.leaseToken());
        this.gpus = assignment.gpus();
        this.tally = tally;
        this.last = now;
    }

    static Optional<AttemptMeter> of(AttemptFolder folder, Instant now) throws IOException {
        Optional<AttemptUsage> before = PrivateJson.read(folder.usage(), AttemptUsage.class);
        return PrivateJson.read(folder.assignment(), Assignment.class)
                .map(assignment -> new AttemptMeter(
                        folder, assignment, before.map(UsageTally::new).orElseGet(UsageTally::new), now));
    }

    /** The first look after a start of the worker gives the base only: what was used before then is not of this second. */
    void see(StageLoad load, List<GpuLoad> cards, Instant now) {
        Duration span = Duration.between(last, now);
        if (span.isNegative() || span.isZero()) {
            last = now;
            return;
        }
        if (cpuTime.isPresent()) {
            double cores =
                    Math.max(0, (double) load.cpuTime().minus(cpuTime.get()).toNanos() / span.toNanos());
            List<GpuLoad> own =
                    cards.stream().filter(card -> gpus.contains(card.index())).toList();
            tally.add(
                    new UsageLevel(
                            cores,
                            load.memoryBytes(),
                            own.stream().mapToDouble(GpuLoad::share).sum(),
                            own.stream().mapToLong(GpuLoad::memoryBytes).sum()),
                    span);
        }
        cpuTime = Optional.of(load.cpuTime());
        last = now;
    }

    /** Its program has begun here and now, so that all that it has used counts. */
    void begin() {
        cpuTime = Optional.of(Duration.ZERO);
    }

    MeasuredAttempt told() throws IOException {
        AttemptUsage usage = tally.usage();
        if (Files.exists(folder.assignment())) {
            PrivateJson.write(folder.usage(), usage);
        }
        return new MeasuredAttempt(lease, usage);
    }
}
