package dev.winslow.engine.flowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kernel where the clock on the wall is half a day ahead of UTC, on PostgreSQL. */
class KernelFarFromUtcIT extends ProcessKernelContract {
    private static EmbeddedPostgres postgres;
    private static final TimeZone HERE = TimeZone.getDefault();
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        postgres = EmbeddedPostgres.start();
        database = KernelOnADatabase.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        TimeZone.setDefault(HERE);
        database.close();
        postgres.close();
    }

    @Override
    KernelOnADatabase database() {
        return database;
    }
}
