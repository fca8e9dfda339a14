package dev.winslow.engine.database;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was committed to the file of H2, at once for all who wait meanwhile. A thread of its own does so, since H2 may close its file when
 * a thread that works on it is interrupted.
 */
final class GroupFlush implements AutoCloseable {
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("database-file").factory());
    private @Nullable CompletableFuture<@Nullable Void> next;

    /**
     * Returns when all that is committed by now is in the file: the operating system's, if not yet the disk's. At once where the server is ending,
     * since H2 writes everything when it is closed.
     */
    void await(MVStore store) {
        joined(store).join();
    }

    private synchronized CompletableFuture<@Nullable Void> joined(MVStore store) {
        CompletableFuture<@Nullable Void> waiting = next;
        if (waiting == null && writer.isShutdown()) {
            return CompletableFuture.completedFuture(null);
        }
        if (waiting == null) {
            waiting = new CompletableFuture<>();
            next = waiting;
            writer.execute(() -> write(store));
        }
        return waiting;
    }

    /** Whoever comes from now on waits for the next. */
    private synchronized CompletableFuture<@Nullable Void> taken() {
        CompletableFuture<@Nullable Void> taken = Objects.requireNonNull(next);
        next = null;
        return taken;
    }

    private void write(MVStore store) {
        CompletableFuture<@Nullable Void> waiting = taken();
        try {
            store.commit();
            // H2 writes on threads behind this one; this waits for them.
            store.executeFilestoreOperation(() -> {});
            waiting.complete(null);
        } catch (RuntimeException e) {
            waiting.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        shutDown();
        writer.close();
    }

    /** In turns with those who come, so that none finds it open and then closed. */
    private synchronized void shutDown() {
        writer.shutdown();
    }
}
