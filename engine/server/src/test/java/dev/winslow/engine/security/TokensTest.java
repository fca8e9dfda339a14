package dev.winslow.engine.security;

import dev.winslow.engine.flowable.KernelOnADatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tokens on the embedded database. */
class TokensTest extends TokensContract {
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() {
        database = KernelOnADatabase.at("jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1", "sa");
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
