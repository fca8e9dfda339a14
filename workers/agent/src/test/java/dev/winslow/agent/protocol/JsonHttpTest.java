package dev.winslow.agent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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

    @Test
    void namesWhatWasRefusedWithoutWhatWasAskedFor() {
        assertThatThrownBy(() -> answered(409)).hasMessageContaining("/outcome was answered 409");
    }

    @Test
    void losesPatienceWithAServerThatTakesCallsAndSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            JsonHttp http = new JsonHttp(URI.create("http://127.0.0.1:" + mute.getLocalPort()));

            assertThatThrownBy(() -> http.tell("/outcome", Map.of(), "token", Duration.ofMillis(50)))
                    .isInstanceOf(ServerAway.class);

            try (Socket call = mute.accept()) {
                assertIsClosed(call);
            }
        }
    }

    @Test
    void leavesACallWhereItsThreadIsInterrupted() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            JsonHttp http = new JsonHttp(URI.create("http://127.0.0.1:" + mute.getLocalPort()));
            FutureTask<Boolean> asking = new FutureTask<>(() -> {
                try {
                    return http.get("/assignments", String.class, "token", Duration.ofMinutes(5))
                            .isEmpty();
                } catch (InterruptedException left) {
                    return true;
                }
            });
            Thread thread = Thread.ofPlatform().start(asking);
            try (Socket call = mute.accept()) {
                assertThat(call.getInputStream().read()).isEqualTo('G');

                thread.interrupt();

                assertThat(asking.get(10, TimeUnit.SECONDS)).isTrue();
                assertIsClosed(call);
            }
        }
    }

    /** By who called; how it says so does not matter. */
    private static void assertIsClosed(Socket call) throws IOException {
        call.setSoTimeout(10_000);
        try {
            call.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
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
            new JsonHttp(address).tell("/outcome?of=attempt", Map.of(), "token", Duration.ofSeconds(10));
        } finally {
            server.stop(0);
        }
    }
}
