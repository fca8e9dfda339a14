package dev.winslow.engine.http;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What receivers are told, on the embedded database. */
class TellingTest implements NotificationsContract, NotificationRulesContract {
    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() {
        MAIL.start();
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:telling;DB_CLOSE_DELAY=-1", "sa", ServerOnADatabase.newFolder(), mailAt(MAIL));
    }

    @AfterAll
    static void stop() {
        server.close();
        MAIL.stop();
    }

    static String[] mailAt(GreenMail mail) {
        return new String[] {
            "winslow.mail.host=127.0.0.1",
            "winslow.mail.port=" + mail.getSmtp().getPort(),
            "winslow.mail.security=NONE",
            "winslow.mail.pages=https://winslow.example.org/"
        };
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
