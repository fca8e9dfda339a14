package dev.winslow.engine.flowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets one server at a time create or change the engine's tables: of two that start on an empty database, one would fail on what the other has just
 * created. The lock has a connection of its own, because the engine commits statement by statement.
 */
record GuardedTables(DataSource database, Command<@Nullable Void> tables) implements Command<@Nullable Void> {
    @Override
    public @Nullable Void execute(CommandContext context) {
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute("select name from server_lock where name = 'process-engine-tables' for update");
                return tables.execute(context);
            } finally {
                lock.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock for the process engine's tables cannot be had", e);
        }
    }
}
