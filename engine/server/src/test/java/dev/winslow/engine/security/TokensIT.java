package dev.winslow.engine.security;

import dev.winslow.engine.flowable.KernelOnADatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tokens on PostgreSQL. */
class TokensIT extends TokensContract {
    private static EmbeddedPostgres postgres;
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = KernelOnADatabase.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @Override
    KernelOnADatabase database() {
        return database;
    }
}
