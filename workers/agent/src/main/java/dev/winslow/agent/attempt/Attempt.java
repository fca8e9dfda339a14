package dev.winslow.agent.attempt;

import dev.winslow.agent.disk.Folders;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageCommand;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.UnknownImage;
import dev.winslow.agent.lease.LeaseHolder;
import dev.winslow.agent.log.LineWatch;
import dev.winslow.agent.log.LogSpool;
import dev.winslow.agent.log.SecretMask;
import dev.winslow.agent.log.StageLog;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.agent.workspace.EmptyFolders;
import dev.winslow.agent.workspace.Layout;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One attempt on this machine. What must not be done twice leaves a file when it is done, so that the same method begins
 * it and goes on with it after the worker was killed.
 */
public final class Attempt implements LeaseHolder {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final Verdict CUT_OFF = Verdict.failed(
            Optional.empty(),
            "The node was cut off from the server for longer than a lease lasts, so it stopped the stage by itself.");

    private final Assignment assignment;
    private final AttemptFolder folder;
    private final Services services;
    private final Steps steps;
    private final AtomicReference<LeaseOrder.Order> order = new AtomicReference<>(LeaseOrder.Order.CONTINUE);
    private volatile boolean reported;
    private volatile boolean preparing;
    private volatile boolean settling;
    private volatile boolean lapsed;
    private volatile @Nullable Thread thread;
    /** Of its folders, those that were empty when they were laid out, where that was in this life of the worker. */
    private EmptyFolders empty = EmptyFolders.NONE;

    public Attempt(Assignment assignment, AttemptFolder folder, Services services) {
        this.assignment = assignment;
        this.folder = folder;
        this.services = services;
        this.steps = new Steps(folder, services.spares(), services.clock());
    }

    @Override
    public Lease lease() {
        return new Lease(assignment.attemptId(), assignment.leaseToken());
    }

    @Override
    public boolean reported() {
        return reported;
    }

    /** The server has taken a report. */
    void isReported() {
        reported = true;
    }

    @Override
    public void order(LeaseOrder.Order given) {
        if (given == LeaseOrder.Order.CONTINUE || !order.compareAndSet(LeaseOrder.Order.CONTINUE, given)) {
            return;
        }
        LOG.info("Attempt {} is to {}", assignment.attemptId(), given);
        interrupt(given == LeaseOrder.Order.STOP);
    }

    /** Unless always, only where that is looked for; later the stage is watched, and the word of it is heard there. */
    private synchronized void interrupt(boolean always) {
        Thread runner = thread;
        if (runner != null && (always || preparing || settling)) {
            runner.interrupt();
        }
    }

    /** What came until now is not to cut short what follows. */
    private synchronized void beginsToRun() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("It was stopped before it was started");
        }
        preparing = false;
    }

    /** The stage is ended; its files stay until the server has said what became of the attempt. A result that is on its way goes on trying. */
    @Override
    public void lapsed() {
        if (lapsed) {
            return;
        }
        lapsed = true;
        LOG.warn("Attempt {} ends, since its lease is over", assignment.attemptId());
        if (preparing) {
            interrupt(false);
        }
    }

    /** Each answer is a file under the workspace, written once and whole. */
    @Override
    public void answered(Answered answer) {
        Path file = folder.answer(answer.id());
        if (Files.exists(file)) {
            return;
        }
        try {
            Path place = ownFolder(ownFolder(folder.workspace(), ".winslow"), "answers");
            Path part = folder.root().resolve("answer.part");
            Files.write(part, PrivateJson.MAPPER.writeValueAsBytes(answer.values()));
            Files.move(part, place.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("Attempt {} got the answer {}", assignment.attemptId(), answer.id());
        } catch (IOException unwritten) {
            LOG.warn("The answer {} could not be written; the next heartbeat brings it again", answer.id(), unwritten);
        }
    }

    /** A stage in a container could put a link there that leads this worker to any place of the machine. */
    private static Path ownFolder(Path parent, String name) throws IOException {
        Path own = parent.resolve(name);
        if (Files.isSymbolicLink(own)) {
            throw new IOException("The stage made a link of " + own + ", where answers lie");
        }
        try {
            return Files.createDirectory(own);
        } catch (FileAlreadyExistsException known) {
            return own;
        }
    }

    /** Until its end is known to the server, the lease is lost, or the worker ends (then all stays as it is). */
    public void run() {
        thread = Thread.currentThread();
        MDC.put("run", assignment.runId().toString());
        MDC.put("stage", assignment.stageId());
        MDC.put("attempt", assignment.attemptId().toString());
        try {
            empty = steps.begin(assignment);
            live();
            forget();
        } catch (InterruptedException | IOException | StaleLease | Refused | RuntimeException ended) {
            end(ended);
        } finally {
            services.leases().release(this);
            MDC.clear();
        }
    }

    private void live() throws IOException, StaleLease, Refused, InterruptedException {
        LineWatch watch = new LineWatch(assignment);
        try (LogSpool spool = new LogSpool(folder.lines(), watch::see)) {
            Courier courier = new Courier(services.server(), this, spool, watch);
            StageLog log = new StageLog(folder, spool, watch, new SecretMask(assignment.secrets()), services.clock());
            try (Delivery delivery = Delivery.start(courier, this)) {
                Verdict verdict = verdict(courier, log, watch);
                courier.report(AttemptState.COMMITTING);
                settle(verdict, delivery, watch.directives().variables());
            }
        }
    }

    /** Handing over may take long, or wait for a server that is away: an abort ends that, too. */
    private void settle(Verdict verdict, Delivery delivery, Map<String, String> said)
            throws StaleLease, Refused, InterruptedException {
        try {
            settling = verdict.state() != AttemptState.ABORTED;
            if (settling && order.get() == LeaseOrder.Order.ABORT) {
                throw new InterruptedException("Aborted before it could hand over its result");
            }
            new Settlement(assignment, steps, said, services, delivery::finish).settle(verdict);
        } catch (InterruptedException interrupted) {
            settling = false;
            settleAtOnce(said, abortedOrInterrupted());
        } finally {
            settling = false;
        }
    }

    /** Without what was still to be delivered. */
    private void settleAtOnce(Map<String, String> said, Verdict verdict)
            throws StaleLease, Refused, InterruptedException {
        new Settlement(assignment, steps, said, services, () -> {}).settle(verdict);
    }

    private Verdict verdict(Courier courier, StageLog log, LineWatch watch) throws IOException, InterruptedException {
        if (steps.verdict().isPresent()) {
            return steps.verdict().get();
        }
        Optional<Verdict> early = prepared(courier, log);
        Verdict ended = early.isPresent() ? early.get() : supervised(courier, log, watch);
        if (order.get() == LeaseOrder.Order.STOP) {
            throw new InterruptedException("The lease is lost");
        }
        Verdict verdict = ended.state() == AttemptState.SUCCEEDED ? withVariables(ended, log) : ended;
        verdict.reason().ifPresent(reason -> LOG.info("Attempt {}: {}", assignment.attemptId(), reason));
        if (verdict.reason().isPresent()) {
            log.say(verdict.reason().get());
        }
        steps.ended(verdict);
        return verdict;
    }

    private Verdict withVariables(Verdict success, StageLog log) throws IOException {
        try {
            for (String fault : VariablesFile.read(folder.variables()).faults()) {
                log.say(fault);
            }
            return success;
        } catch (VariablesFile.TooLarge tooLarge) {
            return Verdict.failed(success.exitCode(), String.valueOf(tooLarge.getMessage()));
        }
    }

    private Verdict supervised(Courier courier, StageLog log, LineWatch watch)
            throws IOException, InterruptedException {
        courier.report(AttemptState.RUNNING);
        Supervision supervision = new Supervision(assignment, steps, services.executor(), log, watch, services.clock());
        if (assignment.checkpoint().isEmpty()) {
            return supervision.untilEnd(this::stopped);
        }
        try (var _ = CheckpointSaving.start(assignment, folder, services, log)) {
            return supervision.untilEnd(this::stopped);
        }
    }

    private Optional<Verdict> stopped() {
        if (order.get() == LeaseOrder.Order.ABORT) {
            return Optional.of(Verdict.aborted());
        }
        return lapsed ? Optional.of(CUT_OFF) : Optional.empty();
    }

    /** A verdict where the stage cannot be started. */
    private Optional<Verdict> prepared(Courier courier, StageLog log) throws InterruptedException {
        try {
            if (steps.started().isEmpty()) {
                preparing = true;
                courier.report(AttemptState.PREPARING);
                StageExecutor executor = services.executor();
                StageCommand command = Environment.command(assignment, folder, executor.view(folder));
                Layout.Laid laid = services.layout().lay(folder, assignment.files(), empty);
                empty = laid.empty();
                steps.laidOut(laid.baseline());
                String image = executor.prepare(command, log::say);
                beginsToRun();
                steps.starts(image);
                executor.start(command);
            }
            return Optional.empty();
        } catch (UnknownImage unknown) {
            return Optional.of(Verdict.failed(Optional.empty(), String.valueOf(unknown.getMessage())));
        } catch (IOException failure) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.of(abortedOrInterrupted());
            }
            LOG.warn("Attempt {} could not be started", assignment.attemptId(), failure);
            return Optional.of(Verdict.failed(Optional.empty(), "It could not be started: " + failure.getMessage()));
        } catch (InterruptedException interrupted) {
            return Optional.of(abortedOrInterrupted());
        } finally {
            preparing = false;
        }
    }

    private Verdict abortedOrInterrupted() throws InterruptedException {
        if (lapsed && preparing) {
            Thread.interrupted();
            return CUT_OFF;
        }
        if (order.get() != LeaseOrder.Order.ABORT) {
            throw new InterruptedException("The worker ends or the lease is lost");
        }
        Thread.interrupted();
        return Verdict.aborted();
    }

    /** Why it did not come to its end here. Only a lost lease allows the stage to be stopped. */
    private void end(Exception reason) {
        switch (reason) {
            case StaleLease stale -> forgetAfter(stale);
            case Refused refused -> forgetAfter(refused);
            case Exception other when order.get() == LeaseOrder.Order.STOP -> forgetAfter(other);
            case InterruptedException ending -> LOG.info("Attempt {} is left as it is", assignment.attemptId());
            default -> giveUp(reason);
        }
    }

    /** The worker itself failed at it, by a full disk, say: the server is told at once instead of finding the lease run out. */
    private void giveUp(Exception reason) {
        LOG.error("Attempt {} cannot go on here", assignment.attemptId(), reason);
        try {
            services.executor().stop(folder);
            settleAtOnce(Map.of(), Verdict.failed(Optional.empty(), "The worker could not go on with it: " + reason));
            forget();
        } catch (StaleLease | Refused over) {
            forgetAfter(over);
        } catch (InterruptedException ending) {
            if (order.get() == LeaseOrder.Order.STOP) {
                forgetAfter(ending);
            } else {
                Thread.currentThread().interrupt();
            }
        } catch (IOException | RuntimeException left) {
            LOG.error("Attempt {} is left to the end of its lease", assignment.attemptId(), left);
        }
    }

    private void forgetAfter(Exception reason) {
        LOG.warn("Attempt {} is no longer this node's: {}", assignment.attemptId(), reason.getMessage());
        beginsToForget();
        try {
            forget();
        } catch (IOException | InterruptedException left) {
            LOG.warn("Attempt {} could not be cleaned up; the next start will", assignment.attemptId(), left);
        }
    }

    /** What the server orders from now on, and what it ordered before, does not cut short the cleaning up. */
    private synchronized void beginsToForget() {
        thread = null;
        Thread.interrupted();
    }

    private void forget() throws IOException, InterruptedException {
        services.executor().stop(folder);
        // First, so that what is cut short here is not taken for an attempt that goes on.
        PrivateJson.clear(folder.assignment());
        services.executor().forget(folder);
        if (services.executor().confines()) {
            services.spares().take(folder, empty);
        } else {
            Folders.delete(folder.root());
        }
    }
}
