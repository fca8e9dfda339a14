package dev.winslow.agent.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One request and its answer, given up where for a while no byte of either moves: the other side may have died without a word. */
public final class Exchange {
    private final Duration patience;
    private final AtomicLong moved = new AtomicLong();

    public Exchange(Duration patience) {
        this.patience = patience;
    }

    /** Some bytes were sent or have come. */
    public void moved(long bytes) {
        moved.addAndGet(bytes);
    }

    /** @throws IOException where the exchange failed or stood still */
    public <T> T await(CompletableFuture<T> answer) throws IOException, InterruptedException {
        long before = 0;
        try {
            while (true) {
                try {
                    return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException standing) {
                    long now = moved.get();
                    if (now == before) {
                        throw stands(standing);
                    }
                    before = now;
                }
            }
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case IOException known -> known;
                case UncheckedIOException local -> local.getCause();
                case null, default -> new IOException(failed.getCause());
            };
        } finally {
            answer.cancel(true);
        }
    }

    private HttpTimeoutException stands(TimeoutException standing) {
        HttpTimeoutException told =
                new HttpTimeoutException("nothing was sent or came for " + patience.toSeconds() + " s");
        told.initCause(standing);
        return told;
    }
}
