package dev.winslow.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions whose work outlives the process from their commit on. PostgreSQL sees to that by itself. H2 writes to its file half a second later, so
 * that what somebody was told to be done would be gone if the process were killed before: there a commit waits until it is written, unless the
 * transaction says {@link Durability#later}.
 */
@Component("transactionManager")
final class DurableTransactions extends JdbcTransactionManager implements AutoCloseable {
    private final GroupFlush flush = new GroupFlush();

    DurableTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly() && !Durability.isLater()) {
            file((JdbcTransactionObjectSupport) status.getTransaction()).ifPresent(flush::await);
        }
    }

    /** That of H2; empty where the database is none, or in memory alone. */
    private static Optional<MVStore> file(JdbcTransactionObjectSupport transaction) {
        Connection connection = transaction.getConnectionHolder().getConnection();
        try {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                return Optional.of(session.getDatabase().getStore().getMvStore())
                        .filter(MVStore::isPersistent);
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Where the database writes is not known", e);
        }
    }

    @Override
    public void close() {
        flush.close();
    }
}
