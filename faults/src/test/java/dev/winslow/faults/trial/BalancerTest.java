package dev.winslow.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancerTest {
    /** Nothing listens there. */
    private static final int NOBODYS_PORT = 1;

    @Test
    void passesByteByByteToTheServerThatIsThere() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Balancer balancer = Balancer.start("127.0.0.1", List.of(NOBODYS_PORT, server.getLocalPort()));
                Socket client = new Socket(InetAddress.getLoopbackAddress(), balancer.port());
                Socket served = server.accept()) {
            client.getOutputStream().write("question".getBytes(StandardCharsets.UTF_8));
            served.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));

            assertThat(served.getInputStream().readNBytes(8)).asString().isEqualTo("question");
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("answer");
        }
    }

    @Test
    void endsAConnectionThatNoServerTakes() throws IOException {
        try (Balancer balancer = Balancer.start("127.0.0.1", List.of(NOBODYS_PORT));
                Socket client = new Socket(InetAddress.getLoopbackAddress(), balancer.port())) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
