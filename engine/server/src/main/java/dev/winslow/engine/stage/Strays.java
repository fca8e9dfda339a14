package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.run.Runs;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends attempts at stages that the process has left by itself, by a timer of the pipeline, say. At its next heartbeat the node stops them. */
@Component
class Strays {
    private static final Logger log = LoggerFactory.getLogger(Strays.class);

    private final AttemptRepository attempts;
    private final ProcessKernel kernel;
    private final Runs runs;
    private final Endings endings;
    private final TransactionTemplate transaction;

    Strays(
            AttemptRepository attempts,
            ProcessKernel kernel,
            Runs runs,
            Endings endings,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.kernel = kernel;
        this.runs = runs;
        this.endings = endings;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${winslow.reaper-interval:PT2S}")
    void look() {
        List<Attempt> open = attempts.open();
        Set<String> claimed = kernel.claimed(open.stream().map(Attempt::jobId).toList());
        open.stream().filter(attempt -> !claimed.contains(attempt.jobId())).forEach(this::tryToEnd);
    }

    private void tryToEnd(Attempt attempt) {
        try {
            end(attempt);
        } catch (RuntimeException e) {
            log.error(
                    "Attempt {}, whose stage was left, could not be ended; the next look tries again", attempt.id(), e);
        }
    }

    /** Looked at again under lock: it may have ended as it should between the two questions. */
    private void end(Attempt seen) {
        transaction.executeWithoutResult(status -> {
            runs.lock(seen.runId());
            attempts.lock(seen.id())
                    .filter(attempt -> !attempt.state().isFinal())
                    .filter(attempt -> kernel.claimed(List.of(attempt.jobId())).isEmpty())
                    .ifPresent(endings::leftBehind);
        });
    }
}
