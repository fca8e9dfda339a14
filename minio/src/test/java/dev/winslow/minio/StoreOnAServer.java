package dev.winslow.minio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store over a server, with a bucket of its own, and what others do by signed addresses. */
abstract class StoreOnAServer {
    static final int PART = 5 << 20;
    static final StorageSettings NOWHERE = new StorageSettings(
            URI.create("http://127.0.0.1:1"), Optional.empty(), "key", "secret-secret", "us-east-1");
    private final HttpClient http = HttpClient.newHttpClient();
    final String bucket = "test-" + UUID.randomUUID();
    MinioArtifactStore store = new MinioArtifactStore(NOWHERE);

    abstract StorageSettings settings();

    @BeforeEach
    void createBucket() {
        store = new MinioArtifactStore(settings(), PART);
        store.createBucket(bucket);
    }

    @AfterEach
    void close() {
        store.close();
    }

    final int put(URI url, byte[] bytes) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(url)
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    final SentPart send(UploadPart part, byte[] bytes) throws Exception {
        byte[] slice = Arrays.copyOfRange(bytes, (int) part.offset(), (int) (part.offset() + part.size()));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(part.url())
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(slice))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return new SentPart(
                part.number(),
                response.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }

    final HttpResponse<byte[]> get(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
