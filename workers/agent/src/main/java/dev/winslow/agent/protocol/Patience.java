package dev.winslow.agent.protocol;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call for as long as the server is away, with growing pauses. */
public final class Patience {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Patience() {}

    /** A call to a server or a store that may be away. */
    public interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    public static <T> T until(Call<T> call) throws InterruptedException {
        Duration pause = FIRST;
        while (true) {
            try {
                return call.make();
            } catch (IOException e) {
                log.warn("The server is away ({}); trying again in {} ms", e.toString(), pause.toMillis());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }
}
