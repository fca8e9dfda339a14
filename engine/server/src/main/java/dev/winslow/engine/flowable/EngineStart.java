package dev.winslow.engine.flowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one server at a time set up the process engine: of two that start on an empty database, one would fail on the tables and rows that the other has
 * just created. The lock has a connection of its own and outlives the transactions in which the engine sets itself up.
 */
class EngineStart implements AutoCloseable {
    private final DataSource database;
    private Optional<Connection> lock = Optional.empty();

    EngineStart(DataSource database) {
        this.database = database;
    }

    /** Waits until no other server is setting up its engine. */
    void begin() {
        try {
            Connection connection = database.getConnection();
            lock = Optional.of(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select name from server_lock where name = 'process-engine' for update");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock for setting up the process engine cannot be had", e);
        }
    }

    /** Whether the database is part of this process. To be asked between the start and its end. */
    boolean isEmbedded() {
        try {
            return lock.orElseThrow().getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    /** Also when the start has failed, so that the next server can try. */
    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().rollback();
                lock.get().close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock for setting up the process engine cannot be given back", e);
        } finally {
            lock = Optional.empty();
        }
    }
}
