package dev.winslow.agent.cache;

import dev.winslow.agent.disk.Checksum;
import dev.winslow.agent.protocol.Backoff;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file from its signed address and checks every byte. The address is a secret and is not logged. */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int TRIES = 8;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    void to(Path target, InputFile file) throws IOException, InterruptedException {
        Backoff backoff = new Backoff();
        for (int tried = 1; ; tried++) {
            try {
                once(target, file);
                return;
            } catch (IOException failure) {
                if (tried == TRIES) {
                    throw new IOException(
                            "The file " + file.path() + " could not be fetched: " + failure.getMessage(), failure);
                }
                LOG.info("Fetching {} failed ({}); trying again", file.path(), failure.getMessage());
                backoff.pause();
            }
        }
    }

    private void once(Path target, InputFile file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(file.url()).GET().build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream bytes = response.body();
                OutputStream to = Files.newOutputStream(target)) {
            if (response.statusCode() != 200) {
                throw new IOException("the store answered " + response.statusCode());
            }
            String sha256 = Checksum.sha256(bytes, to);
            if (!sha256.equals(file.sha256())) {
                throw new IOException("expected SHA-256 " + file.sha256() + ", but the bytes have " + sha256);
            }
        }
    }
}
