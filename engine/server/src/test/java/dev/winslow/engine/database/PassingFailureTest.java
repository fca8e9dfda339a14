package dev.winslow.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class PassingFailureTest {

    @Test
    void passesWhereTheCauseDoes() {
        assertThat(PassingFailure.is(new IllegalStateException(new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(PassingFailure.is(new CannotAcquireLockException("somebody holds it")))
                .isTrue();
    }

    @Test
    void passesWhereABatchWaitedTooLong() {
        BatchUpdateException batch = new BatchUpdateException("of a batch", "HYT00", 50200, new int[] {-3});
        batch.setNextException(new SQLTimeoutException("Timeout trying to lock table", "HYT00"));

        assertThat(PassingFailure.is(new IllegalStateException(batch))).isTrue();
    }

    @Test
    void staysWhereARowIsRefused() {
        BatchUpdateException batch = new BatchUpdateException("of a batch", "23505", 23505, new int[] {-3});
        batch.setNextException(new SQLException("Unique index or primary key violation", "23505"));

        assertThat(PassingFailure.is(new IllegalStateException(batch))).isFalse();
        assertThat(PassingFailure.is(new DuplicateKeyException("twice"))).isFalse();
        assertThat(PassingFailure.is(new NullPointerException())).isFalse();
    }
}
