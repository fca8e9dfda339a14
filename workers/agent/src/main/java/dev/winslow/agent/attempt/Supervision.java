package dev.winslow.agent.attempt;

import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.executor.StageStatus;
import dev.winslow.agent.inventory.ByteSize;
import dev.winslow.agent.log.LineWatch;
import dev.winslow.agent.log.StageLog;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.DurationText;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.worker.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches a started stage until it ends or has to be ended. */
record Supervision(
        Assignment assignment,
        Steps steps,
        StageExecutor executor,
        StageLog log,
        LineWatch watch,
        InstantSource clock) {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** @param stopped a verdict as soon as it is to end before its time */
    Verdict untilEnd(Supplier<Optional<Verdict>> stopped) throws IOException, InterruptedException {
        AttemptFolder folder = steps.folder();
        Instant started = steps.started().orElseThrow();
        while (true) {
            StageStatus status = executor.status(folder);
            boolean fresh = log.take(false);
            if (watch.directives().waits(id -> Files.exists(folder.answer(id)))) {
                log.excuseSilence();
            }
            Optional<Verdict> verdict = ended(status).or(() -> breach(started, stopped));
            if (verdict.isPresent()) {
                executor.stop(folder);
                while (log.take(true)) {
                    Thread.onSpinWait();
                }
                return told(corrected(verdict.get()));
            }
            if (!fresh) {
                Thread.sleep(LOOK);
            }
        }
    }

    private Optional<Verdict> ended(StageStatus status) {
        ExitCodes codes = assignment.exitCodes();
        return switch (status) {
            case StageStatus.Running() -> Optional.empty();
            case StageStatus.Ended(int code) when codes.allows(code) -> Optional.of(Verdict.succeeded(code));
            case StageStatus.Ended(int code) -> Optional.of(Verdict.failed(Optional.of(code), codes.sentence(code)));
            case StageStatus.OutOfMemory(int code, long limit) ->
                Optional.of(Verdict.failed(Optional.of(code), "The stage ran out of memory" + mayUse(limit)));
            case StageStatus.Killed(int code, long limit)
            when codes.allows(code) -> Optional.of(Verdict.succeeded(code));
            case StageStatus.Killed(int code, long limit) ->
                Optional.of(Verdict.failed(
                        Optional.of(code),
                        "The stage was killed (exit code " + code
                                + "), and not by Winslow: most likely it ran out of memory" + mayUse(limit)));
            case StageStatus.Vanished() ->
                Optional.of(Verdict.failed(
                        Optional.empty(), "The stage's process vanished while the worker was down, or was killed."));
        };
    }

    private static String mayUse(long limit) {
        return ": it may use " + ByteSize.format(limit)
                + ". Give it more by the memory attribute of its winslow:require element.";
    }

    /** A success that does not look like one. */
    private Verdict told(Verdict verdict) throws IOException {
        Optional<Integer> unusual = verdict.exitCode().filter(code -> code != 0);
        if (verdict.state() == AttemptState.SUCCEEDED && unusual.isPresent()) {
            log.say(assignment.exitCodes().sentence(unusual.get()));
        }
        return verdict;
    }

    private Optional<Verdict> breach(Instant started, Supplier<Optional<Verdict>> stopped) {
        Instant now = clock.instant();
        return stopped.get()
                .or(() -> failureFound(Optional.empty()))
                .or(() -> assignment
                        .timeout()
                        .filter(limit -> now.isAfter(started.plus(limit)))
                        .map(limit ->
                                failed("The stage ran longer than its time limit of " + DurationText.of(limit) + ".")))
                .or(() -> assignment
                        .silence()
                        .filter(limit -> now.isAfter(log.newest().plus(limit)))
                        .map(limit -> failed(
                                "The stage wrote nothing for " + DurationText.of(limit) + ", its limit of silence.")));
    }

    /** The last lines may hold what makes a stage fail that ended well. */
    private Verdict corrected(Verdict verdict) {
        return switch (verdict.state()) {
            case SUCCEEDED ->
                failureFound(verdict.exitCode())
                        .orElseGet(() -> watch.directives().releases() ? verdict.released() : verdict);
            default -> verdict;
        };
    }

    private Optional<Verdict> failureFound(Optional<Integer> exitCode) {
        return watch.failure().map(line -> Verdict.failed(exitCode, "A line of its log says that it failed: " + line));
    }

    private static Verdict failed(String reason) {
        return Verdict.failed(Optional.empty(), reason);
    }
}
