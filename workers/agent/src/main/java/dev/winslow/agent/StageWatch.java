package dev.winslow.agent;

import dev.winslow.agent.executor.StageProcess;
import dev.winslow.agent.log.ConsoleTail;
import dev.winslow.agent.log.LineRules;
import dev.winslow.agent.protocol.Patience;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.StateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Follows the process of a stage to its end: sends its lines, reads progress from them, and stops it by limit, pattern or order. The file that the
 * process writes to is the spool: while the server is away, lines simply wait in it.
 */
final class StageWatch {
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(500);

    private final Assignment assignment;
    private final Path folder;
    private final ServerClient server;
    private final StopSignal stop;
    private final LineRules rules;
    private final Instant begun = Instant.now();
    private long nextNumber;
    private long serverNext;
    private Instant lastLine = Instant.now();
    private Instant lastReport = Instant.EPOCH;
    private List<Progress> reported = List.of();

    StageWatch(Assignment assignment, Path folder, ServerClient server, StopSignal stop) {
        this.assignment = assignment;
        this.folder = folder;
        this.server = server;
        this.stop = stop;
        this.rules = new LineRules(assignment);
    }

    /** Without a process there was one that ended, or vanished, while the worker was away. */
    StageEnd untilEnd(Optional<StageProcess> process) throws IOException, InterruptedException {
        Path console = StageProcess.console(folder);
        if (!Files.exists(console)) {
            Files.createFile(console);
        }
        serverNext = sendBatch(List.of());
        try (ConsoleTail tail = new ConsoleTail(console)) {
            Optional<String> stopReason = follow(tail, process);
            pump(tail);
            send(tail.rest());
            return end(stopReason);
        }
    }

    private Optional<String> follow(ConsoleTail tail, Optional<StageProcess> process)
            throws IOException, InterruptedException {
        while (process.isPresent() && process.get().isAlive()) {
            boolean some = send(tail.read(BATCH));
            reportProgress();
            Optional<String> reason = reasonToStop();
            if (reason.isPresent()) {
                process.get().stop(GRACE);
                return reason;
            }
            if (!some) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return Optional.empty();
    }

    private void pump(ConsoleTail tail) throws IOException, InterruptedException {
        while (send(tail.read(BATCH))) {
            reportProgress();
        }
        lastReport = Instant.EPOCH;
        reportProgress();
    }

    private Optional<String> reasonToStop() {
        return switch (stop.order()) {
            case ABORT -> Optional.of("A person aborted the stage.");
            case FORGET -> Optional.of("The lease has ended.");
            case NONE -> rules.failure().or(this::limit);
        };
    }

    private Optional<String> limit() {
        Instant now = Instant.now();
        Optional<String> time = assignment
                .timeout()
                .filter(limit -> begun.plus(limit).isBefore(now))
                .map(limit -> "The stage ran longer than its time limit of " + words(limit) + ".");
        return time.or(() -> assignment
                .silence()
                .filter(limit -> lastLine.plus(limit).isBefore(now))
                .map(limit -> "The stage printed nothing for " + words(limit) + "."));
    }

    private boolean send(List<String> lines) throws InterruptedException {
        if (lines.isEmpty()) {
            return false;
        }
        lastLine = Instant.now();
        List<LogLine> batch = new ArrayList<>(lines.size());
        for (String line : lines) {
            rules.see(line);
            if (nextNumber >= serverNext) {
                batch.add(new LogLine(nextNumber, lastLine, LogStream.OUT, line));
            }
            nextNumber++;
        }
        if (!batch.isEmpty()) {
            serverNext = sendBatch(batch);
        }
        return true;
    }

    private long sendBatch(List<LogLine> batch) throws InterruptedException {
        return Patience.until(() -> server.log(assignment.attemptId(), new LogBatch(assignment.leaseToken(), batch)))
                .next();
    }

    private void reportProgress() throws InterruptedException {
        Instant now = Instant.now();
        if (rules.progress().equals(reported)
                || lastReport.plus(PROGRESS_INTERVAL).isAfter(now)) {
            return;
        }
        reported = rules.progress();
        lastReport = now;
        Patience.until(() -> {
            server.report(
                    assignment.attemptId(),
                    new StateReport(assignment.leaseToken(), AttemptState.RUNNING, reported, rules.warnings()));
            return reported;
        });
    }

    private StageEnd end(Optional<String> stopReason) throws IOException {
        OptionalInt code = StageProcess.exitCode(folder);
        Optional<Integer> exitCode = code.isPresent() ? Optional.of(code.getAsInt()) : Optional.empty();
        if (stop.order() == StopSignal.Order.ABORT) {
            return new StageEnd(AttemptState.ABORTED, exitCode, stopReason);
        }
        Optional<String> reason = stopReason.or(rules::failure).or(() -> reasonOf(exitCode));
        return new StageEnd(reason.isPresent() ? AttemptState.FAILED : AttemptState.SUCCEEDED, exitCode, reason);
    }

    private Optional<String> reasonOf(Optional<Integer> exitCode) {
        if (exitCode.isEmpty()) {
            return Optional.of("The process of the stage was killed or vanished without an exit code.");
        }
        return exitCode.filter(code -> code != 0)
                .map(code -> "The stage ended with exit code " + code
                        + (rules.lastLine().isEmpty() ? "." : ": " + rules.lastLine()));
    }

    private static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
