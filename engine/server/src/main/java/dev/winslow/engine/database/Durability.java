package dev.winslow.engine.database;

import java.time.Duration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What transactions say of how lasting they have to be, for databases that do not write what is committed at once. */
public final class Durability {
    /** After which H2 has written by itself what was committed. */
    public static final Duration DELAY = Duration.ofMillis(500);

    private static final Object LATER = Durability.class;

    private Durability() {}

    /**
     * Of the transaction of this thread: its commit need not wait until it is written. What it does is done anew where the process is killed before,
     * and little is lost by that.
     */
    public static void later() {
        if (!isLater()) {
            TransactionSynchronizationManager.registerSynchronization(new Mark());
            TransactionSynchronizationManager.bindResource(LATER, LATER);
        }
    }

    static boolean isLater() {
        return TransactionSynchronizationManager.hasResource(LATER);
    }

    /** Takes the mark away with the transaction, and for one that is begun in the midst of it. */
    private static final class Mark implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LATER);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LATER, LATER);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(LATER);
        }
    }
}
