package dev.winslow.engine.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the connections that a thread takes. */
class CountingDataSource extends DelegatingDataSource {
    private final ThreadLocal<AtomicInteger> taken = ThreadLocal.withInitial(AtomicInteger::new);

    CountingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        taken.get().incrementAndGet();
        return Objects.requireNonNull(getTargetDataSource()).getConnection();
    }

    int during(Runnable work) {
        int before = taken.get().get();
        work.run();
        return taken.get().get() - before;
    }
}
