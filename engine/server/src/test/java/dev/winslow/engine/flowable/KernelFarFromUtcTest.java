package dev.winslow.engine.flowable;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kernel where the clock on the wall is half a day ahead of UTC, on the embedded database. */
class KernelFarFromUtcTest extends ProcessKernelContract {
    private static final TimeZone HERE = TimeZone.getDefault();
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        database = KernelOnADatabase.at("jdbc:h2:mem:kernel-far;DB_CLOSE_DELAY=-1", "sa");
    }

    @AfterAll
    static void stop() {
        TimeZone.setDefault(HERE);
        database.close();
    }

    @Override
    KernelOnADatabase database() {
        return database;
    }
}
