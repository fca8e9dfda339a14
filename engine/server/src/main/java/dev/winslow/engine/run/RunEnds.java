package dev.winslow.engine.run;

import dev.winslow.engine.flowable.ProcessKernel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices runs that the process engine itself has moved: a timer of the pipeline fires without anybody's call. */
@Component
class RunEnds {
    private static final Logger log = LoggerFactory.getLogger(RunEnds.class);

    private final RunRepository repository;
    private final Runs runs;
    private final ProcessKernel kernel;
    private final TransactionTemplate transaction;

    RunEnds(RunRepository repository, Runs runs, ProcessKernel kernel, TransactionTemplate transaction) {
        this.repository = repository;
        this.runs = runs;
        this.kernel = kernel;
        this.transaction = transaction;
        kernel.onTimer(runs::changed);
    }

    @Scheduled(fixedDelayString = "${winslow.reaper-interval:PT2S}")
    void look() {
        List<UUID> open = repository.open();
        Set<UUID> going = kernel.open(open);
        open.stream().filter(run -> !going.contains(run)).forEach(this::end);
    }

    private void end(UUID run) {
        try {
            transaction.executeWithoutResult(status -> {
                runs.lock(run);
                runs.moved(run);
            });
        } catch (RuntimeException e) {
            log.error("The end of run {} could not be noted; the next look tries again", run, e);
        }
    }
}
