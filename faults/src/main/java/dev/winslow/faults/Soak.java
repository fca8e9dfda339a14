package dev.winslow.faults;

import dev.winslow.faults.check.Inspection;
import dev.winslow.faults.check.Violation;
import dev.winslow.faults.plan.Fault;
import dev.winslow.faults.plan.FaultKind;
import dev.winslow.faults.plan.FaultPlan;
import dev.winslow.faults.trial.Network;
import dev.winslow.faults.trial.SlowDisk;
import dev.winslow.faults.trial.Striking;
import dev.winslow.faults.trial.Timeline;
import dev.winslow.faults.trial.Trial;
import dev.winslow.faults.trial.Waiting;
import dev.winslow.faults.trial.WrongClock;
import dev.winslow.faults.work.Client;
import dev.winslow.faults.work.StartedRun;
import dev.winslow.faults.work.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Round after round: a rain of faults over a busy system, then calm, then a look at everything. */
final class Soak {
    /** A limit, not a goal: on a machine that is busy otherwise, too, a server takes a minute to start. */
    private static final Duration REST = Duration.ofMinutes(4);

    private final Path folder;
    private final FaultPlan plan;
    private final Timeline timeline;
    private final List<Violation> violations = new ArrayList<>();

    Soak(Path folder, FaultPlan plan, Timeline timeline) {
        this.folder = folder;
        this.plan = plan;
        this.timeline = timeline;
    }

    /** What this machine can do: packets are lost, and disks full or slow, only where we are root; clocks jump where there is libfaketime. */
    static List<FaultKind> possibleKinds() throws IOException, InterruptedException {
        boolean root = Network.isPossible();
        boolean slow = root && SlowDisk.isPossible();
        return Arrays.stream(FaultKind.values())
                .filter(kind -> switch (kind.part()) {
                    case PROCESS -> true;
                    case NETWORK -> root;
                    case DISK -> kind == FaultKind.SLOW_NODE_DISK ? slow : root;
                    case CLOCK -> WrongClock.isPossible();
                })
                .toList();
    }

    /** What was found; ends at the first round in which something was. */
    List<Violation> run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder.resolve("notes"));
        try (InputStream stage = Objects.requireNonNull(Workload.class.getResourceAsStream("stage.sh"))) {
            Files.copy(stage, folder.resolve("stage.sh"));
        }
        try (Trial trial = Trial.start(folder, Network.isPossible(), timeline)) {
            Client client = new Client(trial.address(), trial.token());
            Inspection inspection = new Inspection(trial, client, folder.resolve("notes"));
            Workload work = new Workload(client, plan.seed());
            int number = 0;
            for (List<Fault> round : plan.rounds()) {
                number++;
                timeline.note("Round " + number + " of " + plan.rounds().size() + ": " + round.size() + " faults");
                rain(trial, round, work);
                rest(trial, inspection, work);
                violations.addAll(inspection.look(work.told()));
                timeline.note("Looked at " + inspection.summary() + "; " + work.retriedByHand()
                        + " retries by hand; violations: " + violations.size());
                if (!violations.isEmpty()) {
                    break;
                }
            }
        }
        return List.copyOf(violations);
    }

    private void rain(Trial trial, List<Fault> round, Workload work) throws IOException, InterruptedException {
        AtomicBoolean busy = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> working = threads.submit(() -> {
                while (busy.get()) {
                    work.goOn();
                    Thread.sleep(50);
                }
                return busy;
            });
            new Striking(trial, timeline).rain(round);
            busy.set(false);
            working.get();
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof Client.Refusal refusal) {
                violations.add(
                        new Violation("The API answers a person's program", String.valueOf(refusal.getMessage())));
                return;
            }
            throw new IOException("The work could not go on: " + broken.getCause(), broken);
        }
    }

    private void rest(Trial trial, Inspection inspection, Workload work)
            throws IOException, InterruptedException, SQLException {
        trial.awaitHealth(REST);
        inspection.known().forEach(work::adopt);
        timeline.note("All healed; " + work.unfinished().size() + " runs go on");
        if (!Waiting.within(REST, () -> !work.attend())) {
            for (StartedRun run : work.unfinished()) {
                violations.add(new Violation(
                        "Every run comes to its end",
                        "run " + run.id() + " has not, " + REST.toSeconds() + " s after all was healed"));
            }
        }
    }
}
