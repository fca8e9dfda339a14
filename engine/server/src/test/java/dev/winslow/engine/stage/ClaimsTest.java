package dev.winslow.engine.stage;

import dev.winslow.engine.http.ServerOnADatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Claims, and ends that are reported together, on the embedded database. */
class ClaimsTest implements ClaimsContract, OutcomeGroupsContract {
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:claims;DB_CLOSE_DELAY=-1",
                "sa",
                ServerOnADatabase.newFolder(),
                "winslow.reaper-interval=PT1H",
                "winslow.lease-duration=PT9H",
                "winslow.heartbeat-interval=PT9H");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }
}
