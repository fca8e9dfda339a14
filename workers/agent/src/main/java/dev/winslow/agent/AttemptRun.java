package dev.winslow.agent;

import dev.winslow.agent.executor.StageProcess;
import dev.winslow.agent.protocol.Patience;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.protocol.ServerRefused;
import dev.winslow.agent.workspace.FileCache;
import dev.winslow.agent.workspace.Uploader;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.StateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One attempt on this node, from laying out its files to the report of its end. */
final class AttemptRun {
    private static final Logger log = LoggerFactory.getLogger(AttemptRun.class);

    private final AttemptFolder folder;
    private final Assignment assignment;
    private final ServerClient server;
    private final FileCache cache;
    private final Programs programs;
    private final StopSignal stop = new StopSignal();

    AttemptRun(AttemptFolder folder, ServerClient server, FileCache cache, Programs programs) {
        this.folder = folder;
        this.assignment = folder.assignment();
        this.server = server;
        this.cache = cache;
        this.programs = programs;
    }

    Lease lease() {
        return new Lease(assignment.attemptId(), assignment.leaseToken());
    }

    StopSignal stop() {
        return stop;
    }

    /** Runs to the end; after it, nothing of the attempt is left here. */
    void run() throws InterruptedException {
        MDC.put("attempt", assignment.stageId() + " " + assignment.attemptId());
        try {
            Outcome outcome = carryOut();
            if (stop.order() != StopSignal.Order.FORGET) {
                report(outcome);
            }
        } catch (ServerRefused e) {
            if (!e.isStaleLease()) {
                throw e;
            }
            log.warn("The lease has ended; the attempt is forgotten");
        } finally {
            MDC.remove("attempt");
        }
        forget();
    }

    private Outcome carryOut() throws InterruptedException {
        try {
            StageProcess process = StageProcess.wasStarted(folder.root())
                    ? StageProcess.find(folder.root()).orElse(null)
                    : start();
            StageEnd end =
                    new StageWatch(assignment, folder.root(), server, stop).untilEnd(Optional.ofNullable(process));
            return outcome(end);
        } catch (StageNotStarted e) {
            return failure(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            log.error("The attempt failed on this node", e);
            return failure("The node " + Inventory.hostName() + " could not run the stage: " + e.getMessage());
        }
    }

    private StageProcess start() throws IOException, InterruptedException, StageNotStarted {
        state(AttemptState.PREPARING);
        List<String> command = new ArrayList<>(programs.commandOf(assignment.image())
                .orElseThrow(
                        () -> new StageNotStarted("No program is known on this node for the image " + assignment.image()
                                + ": start the worker with --program " + assignment.image() + "=COMMAND.")));
        Patience.until(() -> {
            folder.stage().layOut(assignment.files(), cache);
            return folder;
        });
        Map<String, String> environment = new HashMap<>(folder.stage().environment());
        assignment
                .environment()
                .forEach((name, value) -> environment.put(
                        name, Placeholders.resolveFully(value, folder.stage().environment())));
        assignment.arguments().forEach(argument -> command.add(Placeholders.resolveFully(argument, environment)));
        if (stop.order() != StopSignal.Order.NONE) {
            throw new StageNotStarted("The stage was aborted before it began.");
        }
        StageProcess process = StageProcess.start(folder.root(), folder.stage().workspace(), command, environment);
        log.info("Started {}", assignment.stageName());
        state(AttemptState.RUNNING);
        return process;
    }

    private void state(AttemptState state) throws InterruptedException {
        Patience.until(() -> {
            server.report(assignment.attemptId(), new StateReport(assignment.leaseToken(), state, List.of(), 0));
            return state;
        });
    }

    private Outcome outcome(StageEnd end) throws IOException, InterruptedException {
        if (stop.order() == StopSignal.Order.FORGET) {
            return failure("The lease has ended.");
        }
        List<ProducedFile> files = folder.stage().produced();
        new Uploader(server).send(lease(), folder.stage(), files);
        return new Outcome(assignment.leaseToken(), end.state(), end.exitCode(), end.reason(), files, variables());
    }

    private Outcome failure(String reason) {
        return new Outcome(
                assignment.leaseToken(),
                stop.order() == StopSignal.Order.ABORT ? AttemptState.ABORTED : AttemptState.FAILED,
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Map.of());
    }

    /** What the stage set for gateways and later stages: lines {@code NAME=value} in the file that WINSLOW_VARIABLES names. */
    private Map<String, String> variables() throws IOException {
        Path file = folder.root().resolve("variables.properties");
        Map<String, String> variables = new HashMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.forEach((name, value) -> variables.put(name.toString(), value.toString()));
        }
        return variables;
    }

    /** A report that names files which the storage lacks is refused with a conflict; they are sent again, once. */
    private void report(Outcome outcome) throws InterruptedException {
        try {
            end(outcome);
        } catch (ServerRefused e) {
            if (!e.isConflict()) {
                throw e;
            }
            log.warn("The server lacks files of the report; sending them again: {}", e.getMessage());
            new Uploader(server).send(lease(), folder.stage(), outcome.files());
            end(outcome);
        }
        log.info("Reported {}: {}", outcome.state(), outcome.reason().orElse("done"));
    }

    private void end(Outcome outcome) throws InterruptedException {
        Patience.until(() -> {
            server.end(assignment.attemptId(), outcome);
            return outcome;
        });
    }

    private void forget() {
        try {
            folder.stage().delete();
        } catch (IOException | java.io.UncheckedIOException e) {
            log.warn("The folder {} cannot be deleted", folder.root(), e);
        }
    }

    /** The stage cannot even begin. */
    static final class StageNotStarted extends Exception {
        StageNotStarted(String message) {
            super(message);
        }
    }
}
