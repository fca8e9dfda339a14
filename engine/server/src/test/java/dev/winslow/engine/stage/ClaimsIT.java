package dev.winslow.engine.stage;

import dev.winslow.engine.http.ServerOnADatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Claims, and ends that are reported together, on PostgreSQL. */
class ClaimsIT implements ClaimsContract, OutcomeGroupsContract {
    private static EmbeddedPostgres postgres;
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        server = ServerOnADatabase.at(
                postgres.getJdbcUrl("postgres", "postgres"),
                "postgres",
                ServerOnADatabase.newFolder(),
                "winslow.reaper-interval=PT1H",
                "winslow.lease-duration=PT9H",
                "winslow.heartbeat-interval=PT9H");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }
}
