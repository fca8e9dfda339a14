package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.trace.Tracing;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What traces tell, on the embedded database. */
class TracesTest implements TracesContract {
    private static SpanReceiver receiver;
    private static ServerOnADatabase server;

    @BeforeAll
    static void start() throws IOException {
        receiver = new SpanReceiver();
        server = ServerOnADatabase.at(
                "jdbc:h2:mem:traces;DB_CLOSE_DELAY=-1",
                "sa",
                ServerOnADatabase.newFolder(),
                receiver.setting(),
                "winslow.traces.every=PT0.1S");
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    @Override
    public ServerOnADatabase server() {
        return server;
    }

    @Override
    public SpanReceiver receiver() {
        return receiver;
    }

    @Test
    void areOn() {
        assertThat(server.context().getBean(Tracing.class).isOn()).isTrue();
    }
}
