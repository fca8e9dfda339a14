package dev.winslow.agent.log;

import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Brings what a stage writes on its two streams into the spool, under the eyes of its patterns. */
public final class StageLog {
    private final LogSpool spool;
    private final LineWatch watch;
    private final SecretMask mask;
    private final InstantSource clock;
    private final StreamTail out;
    private final StreamTail err;
    private Instant newest;
    private int toldFaults;

    public StageLog(AttemptFolder folder, LogSpool spool, LineWatch watch, SecretMask mask, InstantSource clock) {
        this.spool = spool;
        this.watch = watch;
        this.mask = mask;
        this.toldFaults = watch.directives().faults(0).size();
        this.clock = clock;
        this.newest = clock.instant();
        this.out = new StreamTail(LogStream.OUT, folder.stdout(), mask, spool.position(LogStream.OUT));
        this.err = new StreamTail(LogStream.ERR, folder.stderr(), mask, spool.position(LogStream.ERR));
    }

    /** Takes over what is there by now; true when there was something. */
    public boolean take(boolean ended) throws IOException {
        boolean written = add(out.read(ended));
        boolean complained = add(err.read(ended));
        boolean fresh = written || complained;
        if (fresh) {
            newest = clock.instant();
        }
        return fresh;
    }

    /** Winslow's own word about the stage. */
    public void say(String sentence) throws IOException {
        spool.append(List.of(new StreamTail.Found(LogStream.SYSTEM, sentence, 0)), clock.instant());
    }

    /** The stage waits for a person, so that it need not write anything now. */
    public void excuseSilence() {
        newest = clock.instant();
    }

    /** When the stage last wrote something or had to wait, or this worker began to listen. */
    public Instant newest() {
        return newest;
    }

    private boolean add(List<StreamTail.Found> found) throws IOException {
        if (found.isEmpty()) {
            return false;
        }
        List<LogLine> lines = spool.append(found.stream().map(this::masked).toList(), clock.instant());
        lines.forEach(watch::see);
        for (String fault : watch.directives().faults(toldFaults)) {
            say(fault);
            toldFaults++;
        }
        return true;
    }

    private StreamTail.Found masked(StreamTail.Found found) {
        return new StreamTail.Found(found.stream(), mask.mask(found.text()), found.next());
    }
}
