package dev.winslow.engine.http;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What receivers are told, on PostgreSQL. */
class TellingIT implements NotificationsContract, NotificationRulesContract {
    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static EmbeddedPostgres postgres;
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() throws IOException {
        MAIL.start();
        postgres = EmbeddedPostgres.start();
        server = ServerOnADatabase.at(
                postgres.getJdbcUrl("postgres", "postgres"),
                "postgres",
                ServerOnADatabase.newFolder(),
                TellingTest.mailAt(MAIL));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
        MAIL.stop();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }

    @Override
    public GreenMail mailServer() {
        return MAIL;
    }
}
