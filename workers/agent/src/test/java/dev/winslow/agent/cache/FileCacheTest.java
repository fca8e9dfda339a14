package dev.winslow.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.winslow.agent.disk.Checksum;
import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.agent.disk.NoSpaceLeft;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    private static final long LIMIT = 25;

    @TempDir
    Path folder;

    private HttpServer store;
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile long free = 1000;

    @BeforeEach
    void serve() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            try (exchange) {
                fetched.incrementAndGet();
                byte[] bytes = exchange.getRequestURI().getPath().substring(1).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        store.start();
    }

    @AfterEach
    void stop() {
        store.stop(0);
    }

    @Test
    void makesRoomByDroppingWhatWasUsedLongestAgo() throws Exception {
        FileCache cache = cache();
        InputFile first = file("first-----");
        InputFile second = file("second----");
        lay(cache, first);
        lay(cache, second);
        usedAt(second, 1);
        usedAt(first, 2);

        lay(cache, file("third-----"));

        assertThat(cached(first)).exists();
        assertThat(cached(second)).doesNotExist();
    }

    @Test
    void looksThroughWhatItKeepsOnlyWhereSomethingArrivesAndOnceAfterwards() throws Exception {
        FileCache cache = cache();
        InputFile kept = file("kept------");
        lay(cache, kept);
        cache.hold(List.of()).close();
        Path strange = folder.resolve("cache/aa/strange");
        Files.createDirectories(strange.getParent());
        Files.writeString(strange, "x".repeat((int) LIMIT));

        cache.hold(List.of()).close();
        cache.hold(List.of(kept)).close();
        assertThat(strange).exists();

        lay(cache, file("arriving--"));
        assertThat(strange).doesNotExist();
    }

    @Test
    void keepsToItsLimitAgainOnceWhatWasInUseIsLetGo() throws Exception {
        FileCache cache = cache();
        List<InputFile> inUse = List.of(file("first-----"), file("second----"), file("third-----"));
        for (InputFile file : inUse) {
            try (var _ = cache.hold(List.of(file))) {
                cache.link(file, folder.resolve("in-use-" + file.sha256()));
            }
        }
        assertThat(inUse).allSatisfy(file -> assertThat(cached(file)).exists());
        for (InputFile file : inUse) {
            Files.delete(folder.resolve("in-use-" + file.sha256()));
        }

        cache.hold(List.of()).close();

        assertThat(inUse).filteredOn(file -> Files.exists(cached(file))).hasSize(2);
    }

    @Test
    void keepsToALimitThatIsLowerThanItWasBefore() throws Exception {
        FileCache before = cache(LIMIT);
        InputFile first = file("first-----");
        InputFile second = file("second----");
        lay(before, first);
        lay(before, second);
        usedAt(first, 1);
        usedAt(second, 2);

        cache(LIMIT / 2);

        assertThat(cached(first)).doesNotExist();
        assertThat(cached(second)).exists();
    }

    @Test
    void makesRoomForCopiesOnAFullDiskThoughNothingArrives() throws Exception {
        FileCache cache = cache();
        InputFile first = file("first-----");
        InputFile second = workspace("second----");
        lay(cache, first);
        lay(cache, second);
        free = 5;

        assertThatThrownBy(() -> cache.hold(List.of(second))).isInstanceOf(NoSpaceLeft.class);

        assertThat(cached(first)).doesNotExist();
        assertThat(cached(second)).exists();
    }

    @Test
    void keepsWhatAnAttemptHasAsInput() throws Exception {
        FileCache cache = cache();
        InputFile first = file("first-----");
        InputFile second = file("second----");
        cache.link(first, folder.resolve("input"));
        lay(cache, second);
        usedAt(first, 1);

        lay(cache, file("third-----"));

        assertThat(cached(first)).exists();
        assertThat(cached(second)).doesNotExist();
    }

    @Test
    void keepsWhatIsBeingLaidOut() throws Exception {
        FileCache cache = cache();
        InputFile first = file("first-----");
        InputFile second = file("second----");
        lay(cache, second);
        try (var _ = cache.hold(List.of(first))) {
            cache.copy(first, folder.resolve("copy"));
            usedAt(first, 1);

            lay(cache, file("third-----"));
        }

        assertThat(cached(first)).exists();
        assertThat(cached(second)).doesNotExist();
    }

    @Test
    void makesRoomOnAFullDiskThoughItIsBelowItsLimit() throws Exception {
        FileCache cache = cache();
        InputFile first = file("first-----");
        lay(cache, first);
        free = 5;

        assertThatThrownBy(() -> cache.hold(List.of(file("second----")))).isInstanceOf(NoSpaceLeft.class);

        assertThat(cached(first)).doesNotExist();
    }

    @Test
    void saysWhatIsNeededAndFetchesNothingWhereTheDiskIsFull() throws Exception {
        FileCache cache = cache();
        free = 15;

        assertThatThrownBy(() -> cache.hold(List.of(file("first-----"), workspace("second----"))))
                .isInstanceOf(NoSpaceLeft.class)
                .hasMessage("No space left: needs 30 B, has 15 B on " + folder.resolve("cache")
                        + ". Free some, or start the worker with --data on a larger disk.");

        assertThat(fetched).hasValue(0);
    }

    @Test
    void triesNoDownloadOntoADiskThatFilledUpMeanwhile() throws Exception {
        FileCache cache = cache();
        free = 5;

        assertThatThrownBy(() -> cache.link(file("first-----"), folder.resolve("input")))
                .isInstanceOf(NoSpaceLeft.class);

        assertThat(fetched).hasValue(0);
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void sweepsWhatAnEarlierLifeWasFetching() throws Exception {
        cache();
        Path part = Files.writeString(folder.resolve("cache/download-1.part"), "half");
        InputFile kept = file("kept");
        lay(cache(), kept);

        cache();

        assertThat(part).doesNotExist();
        assertThat(cached(kept)).exists();
    }

    @Test
    void namesTheFileThatIsNotWhatWasPromised() throws Exception {
        InputFile right = file("right");
        InputFile wrong = new InputFile(
                Area.INPUT,
                "films/a.mp4",
                right.size(),
                right.sha256(),
                right.url().resolve("/wrong"));

        assertThatThrownBy(() -> cache().link(wrong, folder.resolve("input")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("films/a.mp4")
                .hasMessageContaining("not the one that was promised")
                .hasMessageContaining(right.sha256());

        assertThat(fetched).hasValue(2);
    }

    private FileCache cache() throws IOException {
        return cache(LIMIT);
    }

    private FileCache cache(long limit) throws IOException {
        return new FileCache(folder.resolve("cache"), OptionalLong.of(limit), new DiskSpace() {
            @Override
            public long free(Path any) {
                return free;
            }

            @Override
            public long total(Path any) {
                return 1000;
            }
        });
    }

    private void lay(FileCache cache, InputFile file) throws Exception {
        try (var _ = cache.hold(List.of(file))) {
            Path target = folder.resolve("laid");
            cache.copy(file, target);
            Files.delete(target);
        }
    }

    private Path cached(InputFile file) {
        return folder.resolve("cache").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
    }

    private void usedAt(InputFile file, long second) throws IOException {
        Shelves.markUsed(cached(file), Instant.ofEpochSecond(second));
    }

    private InputFile file(String text) {
        return of(Area.INPUT, text);
    }

    private InputFile workspace(String text) {
        return of(Area.WORKSPACE, text);
    }

    private InputFile of(Area area, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(Checksum.digest("SHA-256").digest(bytes));
        URI address = URI.create("http://" + store.getAddress().getHostString() + ":"
                + store.getAddress().getPort() + "/" + text);
        return new InputFile(area, text, bytes.length, sha256, address);
    }
}
