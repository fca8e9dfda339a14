package dev.winslow.agent.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonHttpTest {
    @Test
    void takesARedirectionForAServerThatIsAway() throws IOException {
        assertThatThrownBy(() -> answered(302)).isInstanceOf(ServerAway.class);
    }

    @Test
    void takesAFailureForAServerThatIsAway() throws IOException {
        assertThatThrownBy(() -> answered(500)).isInstanceOf(ServerAway.class);
    }

    @Test
    void takesAConflictForARefusal() throws IOException {
        assertThatThrownBy(() -> answered(409)).isInstanceOf(Refused.class);
    }

    @Test
    void takesGoneForALeaseThatHasEnded() throws IOException {
        assertThatThrownBy(() -> answered(410)).isInstanceOf(StaleLease.class);
    }

    private static void answered(int status) throws IOException, ProtocolException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/login");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            new JsonHttp(address).tell("/outcome", Map.of(), "token", Duration.ofSeconds(10));
        } finally {
            server.stop(0);
        }
    }
}
