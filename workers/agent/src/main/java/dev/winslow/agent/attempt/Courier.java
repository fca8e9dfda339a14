package dev.winslow.agent.attempt;

import dev.winslow.agent.log.Directives;
import dev.winslow.agent.log.LineWatch;
import dev.winslow.agent.log.LogSpool;
import dev.winslow.agent.protocol.Insistence;
import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LogBatch;
import dev.winslow.api.worker.StateReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings states, progress and log lines of one attempt to the server, in order, on a thread of its own, so that a server
 * that is away never keeps the stage from being watched.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH_LINES = 4000;
    private static final int BATCH_CHARACTERS = 1 << 18;
    /** Batches in a row before states and progress get their turn again. */
    private static final int ROUND = 8;
    /** Short, since somebody may read along. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final Duration PROGRESS_PACE = Duration.ofMillis(200);

    private final ServerClient server;
    private final Attempt attempt;
    private final Lease lease;
    private final LogSpool spool;
    private final LineWatch watch;
    private final AtomicReference<@Nullable News> news = new AtomicReference<>();
    private final CountDownLatch finishing = new CountDownLatch(1);

    private AttemptState state = AttemptState.PREPARING;
    private List<Progress> told = List.of();
    private int toldWarnings;
    private long toldAt = System.nanoTime();
    private long next;
    private int asked;

    Courier(ServerClient server, Attempt attempt, LogSpool spool, LineWatch watch) {
        this.server = server;
        this.attempt = attempt;
        this.lease = attempt.lease();
        this.spool = spool;
        this.watch = watch;
    }

    /** The newest state, and since when the server is behind. */
    private record News(AttemptState state, long since) {}

    /**
     * Of states that come while the server is told of others, only the newest is news. One that lasts for less than the pace, as those of a stage
     * that ends within a moment, is not worth a call: the courier finds it at its own pace.
     */
    void report(AttemptState fresh) {
        news.updateAndGet(before -> new News(fresh, before == null ? System.nanoTime() : before.since()));
    }

    /** Makes {@link #run} end when all was delivered that is there by now. */
    void finish() {
        finishing.countDown();
    }

    void run() throws StaleLease, Refused, IOException, InterruptedException {
        boolean last = false;
        boolean behind = false;
        while (!last || behind) {
            last = finishing.await(behind ? 0 : patience(), TimeUnit.NANOSECONDS);
            News fresh = news.get();
            if (fresh != null && !last && isOver(PACE, fresh.since())) {
                tell();
            } else if (last || isOver(PROGRESS_PACE, toldAt)) {
                tellWhatIsNew();
            }
            behind = deliverLines();
            ask();
        }
    }

    private static boolean isOver(Duration pace, long since) {
        return System.nanoTime() - since >= pace.toNanos();
    }

    /** Nanoseconds until there may be something to do. */
    private long patience() {
        News fresh = news.get();
        long untold = fresh == null ? 0 : System.nanoTime() - fresh.since();
        return Math.clamp(PACE.toNanos() - untold, 0, PACE.toNanos());
    }

    private void tellWhatIsNew() throws StaleLease, Refused, InterruptedException {
        if (!told.equals(watch.progress()) || toldWarnings != watch.warnings()) {
            tell();
        }
    }

    private void ask() throws StaleLease, InterruptedException {
        for (Directives.Question question : watch.directives().questions(asked)) {
            Ask ask = new Ask(lease.leaseToken(), question.id(), question.title(), question.fields());
            try {
                Insistence.untilAnswered(() -> server.ask(lease.attemptId(), ask));
            } catch (Refused refused) {
                LOG.warn("The server does not take the question {}: {}", question.id(), refused.getMessage());
            }
            asked++;
        }
    }

    private void tell() throws StaleLease, Refused, InterruptedException {
        News fresh = news.getAndSet(null);
        state = fresh == null ? state : fresh.state();
        List<Progress> progress = watch.progress();
        int warnings = watch.warnings();
        Insistence.untilAnswered(
                () -> server.state(lease.attemptId(), new StateReport(lease.leaseToken(), state, progress, warnings)));
        attempt.isReported();
        told = progress;
        toldWarnings = warnings;
        toldAt = System.nanoTime();
    }

    /**
     * True where more lines wait. The server's count rules: after a restart of either side the next batch starts where it says. A server that has
     * too much to do takes its time to answer or asks for patience; the lines stay on disk until then.
     */
    private boolean deliverLines() throws StaleLease, Refused, IOException, InterruptedException {
        for (int batch = 0; batch < ROUND && next < spool.count(); batch++) {
            List<LogLine> lines = spool.read(next, BATCH_LINES, BATCH_CHARACTERS);
            next = Insistence.untilAnswered(
                            () -> server.log(lease.attemptId(), new LogBatch(lease.leaseToken(), lines)))
                    .next();
        }
        return next < spool.count();
    }
}
