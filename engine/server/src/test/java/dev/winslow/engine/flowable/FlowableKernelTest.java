package dev.winslow.engine.flowable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kernel on the embedded database. */
class FlowableKernelTest extends ProcessKernelContract {
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() {
        database = KernelOnADatabase.at("jdbc:h2:mem:kernel;DB_CLOSE_DELAY=-1", "sa");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    KernelOnADatabase database() {
        return database;
    }
}
