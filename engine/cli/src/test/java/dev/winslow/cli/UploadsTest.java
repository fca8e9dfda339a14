package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads over a bad line. */
class UploadsTest {
    private static final UUID ID = new UUID(1, 2);

    private final StubServer server;
    private final Path film;
    private final StringWriter words = new StringWriter();
    private final AtomicLong millis = new AtomicLong();
    private final UploadProgress progress =
            new UploadProgress(new PrintWriter(words, true), true, InstantSource.system());

    UploadsTest(@TempDir Path folder) throws IOException {
        this.server = new StubServer();
        this.film = Files.writeString(folder.resolve("a.mp4"), "first second");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsAPartAgainThatTheStorageCouldNotTake() throws IOException {
        expect(part(1, 0, 6), part(2, 6, 6));
        server.on("PUT /store/1", 200, "", Map.of("ETag", "\"e1\""))
                .on("PUT /store/2", 503, "", Map.of())
                .on("PUT /store/2", 500, "", Map.of())
                .on("PUT /store/2", 200, "", Map.of("ETag", "\"e2\""));

        FileView sent = uploads().send(film, "a.mp4");

        assertThat(sent.path()).isEqualTo("a.mp4");
        assertThat(server.requests())
                .filteredOn(request -> request.line().equals("PUT /store/2"))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("second"));
        assertThat(server.requests())
                .filteredOn(request -> request.line().equals("PUT /store/1"))
                .hasSize(1);
        assertThat(words.toString()).contains("part 2 failed once", "part 2 failed 2 times");
    }

    @Test
    void givesUpAfterSomeTriesAndSaysHowToGoOn() {
        expect(part(1, 0, 12));
        server.on("PUT /store/1", 503, "", Map.of());

        assertThatThrownBy(() -> uploads().send(film, "a.mp4"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("goes on where this one stopped");
    }

    @Test
    void triesNothingAgainThatIsRefused() {
        expect(part(1, 0, 12));
        server.on("PUT /store/1", 403, "", Map.of());

        assertThatThrownBy(() -> uploads().send(film, "a.mp4")).hasMessageContaining("403");
        assertThat(server.requests())
                .filteredOn(request -> request.line().startsWith("PUT"))
                .hasSize(1);
    }

    @Test
    void tellsHowFarItIsHowFastItGoesAndHowLongTheRestTakes() {
        UploadProgress told =
                new UploadProgress(new PrintWriter(words, true), true, () -> Instant.ofEpochMilli(millis.get()));
        told.begin("a.mp4", 100_000_000, 60_000_000);

        millis.set(2000);
        told.sent(new UploadPart(1, 40_000_000, 60_000_000, server.address()), 10_000_000);
        told.end();

        assertThat(words.toString()).contains("Sending a.mp4: 50 %, 5.0 MB/s, 0:00:10 left");
    }

    @Test
    void printsNothingWhereNobodyReadsIt() {
        UploadProgress quiet = new UploadProgress(new PrintWriter(words, true), false, InstantSource.system());

        quiet.begin("a.mp4", 10, 10);
        quiet.sent(new UploadPart(1, 0, 10, server.address()), 10);
        quiet.end();

        assertThat(words.toString()).isEmpty();
    }

    private Uploads uploads() {
        return new Uploads(new Api(server.address(), "sesame"), "/api/v1/pool", progress, Duration.ofMillis(1));
    }

    private UploadPart part(int number, long offset, long size) {
        return new UploadPart(number, offset, size, server.address().resolve("/store/" + number));
    }

    private void expect(UploadPart... parts) {
        server.on("POST /api/v1/pool/uploads", new UploadTicket("key", "upload", List.of(parts)))
                .on(
                        "POST /api/v1/pool/uploads/complete",
                        new FileView(
                                ID,
                                Area.INPUT,
                                "a.mp4",
                                12,
                                "0".repeat(64),
                                Instant.EPOCH,
                                Optional.empty(),
                                Optional.empty()));
    }
}
