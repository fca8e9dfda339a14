package dev.winslow.engine.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells failures that pass by themselves (a collision, a database that is away) from those that would come again with every try. */
public final class PassingFailure {
    /** Classes of SQL states: connection, transaction rollback, resources, operator's intervention, and H2's own. */
    private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "57", "90");

    private PassingFailure() {}

    public static boolean is(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, one -> one.flatMap(PassingFailure::below))
                .flatMap(Optional::stream)
                .anyMatch(PassingFailure::passes);
    }

    /** H2 says what a batch failed by in the next exception, not in the cause. */
    private static Optional<Throwable> below(Throwable failure) {
        Optional<Throwable> cause = Optional.ofNullable(failure.getCause());
        return cause.isEmpty() && failure instanceof SQLException sql
                ? Optional.<Throwable>ofNullable(sql.getNextException())
                : cause;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case TransientDataAccessException collision -> true;
            case RecoverableDataAccessException broken -> true;
            case DataAccessResourceFailureException away -> true;
            case TransactionException away -> true;
            case SQLTransientException away -> true;
            case SQLRecoverableException away -> true;
            case SQLException sql ->
                sql.getSQLState() != null
                        && sql.getSQLState().length() >= 2
                        && PASSING_STATES.contains(sql.getSQLState().substring(0, 2));
            default -> false;
        };
    }
}
