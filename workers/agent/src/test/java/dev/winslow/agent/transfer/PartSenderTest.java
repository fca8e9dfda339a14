package dev.winslow.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartSenderTest {
    @TempDir
    private Path folder;

    @Test
    void sendsItsPartOfAFile() throws Exception {
        AtomicReference<String> took = new AtomicReference<>("");
        HttpServer store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            took.set(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("ETag", "\"anything\"");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        store.start();
        try {
            SentPart sent =
                    sender(Duration.ofSeconds(30)).send(part(store.getAddress().getPort()), tracks());

            assertThat(took).hasValue("cks");
            assertThat(sent).isEqualTo(new SentPart(2, "anything"));
        } finally {
            store.stop(0);
        }
    }

    @Test
    void isGivenUpWhereTheStoreSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(HttpTimeoutException.class)
                    .isThrownBy(() -> sender(Duration.ofMillis(200)).send(part(silent.getLocalPort()), tracks()));
        }
    }

    private static PartSender sender(Duration patience) {
        return new PartSender(patience);
    }

    private static UploadPart part(int port) {
        return new UploadPart(2, 3, 3, URI.create("http://127.0.0.1:" + port + "/part"));
    }

    private Path tracks() throws IOException {
        return Files.writeString(folder.resolve("tracks"), "tracks");
    }
}
