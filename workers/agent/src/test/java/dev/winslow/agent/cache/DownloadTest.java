package dev.winslow.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final byte[] FILM = "twenty minutes of a junction".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer store;

    @BeforeEach
    void openAStoreThatStandsStillInTheMiddleOnce() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        store.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, FILM.length);
            boolean first = calls.getAndIncrement() == 0;
            exchange.getResponseBody().write(FILM, 0, first ? 5 : FILM.length);
            exchange.getResponseBody().flush();
            if (first) {
                wait(over);
            }
            exchange.close();
        });
        store.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        store.stop(0);
    }

    @Test
    void isTriedAgainWhereTheStoreSaysNothingAnyMore() throws Exception {
        Path target = folder.resolve("film");

        download().to(target, file(MessageDigest.getInstance("SHA-256").digest(FILM)));

        assertThat(target).hasBinaryContent(FILM);
        assertThat(calls).hasValue(2);
    }

    @Test
    void isRefusedWhereTheBytesAreOthersThanPromised() {
        calls.set(1);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download().to(folder.resolve("film"), file(new byte[32])))
                .withMessageContaining("is not the one that was promised");
    }

    private Download download() {
        return new Download(DiskSpace.OF_THIS_MACHINE, folder, Duration.ofSeconds(3));
    }

    private InputFile file(byte[] sha256) {
        URI address = URI.create("http://127.0.0.1:" + store.getAddress().getPort() + "/film");
        return new InputFile(Area.INPUT, "film", FILM.length, HexFormat.of().formatHex(sha256), address);
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            throw new IOException(ending);
        }
    }
}
