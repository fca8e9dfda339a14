package dev.winslow.agent.cache;

import dev.winslow.agent.disk.Checksum;
import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.agent.disk.NoSpaceLeft;
import dev.winslow.agent.protocol.Backoff;
import dev.winslow.agent.protocol.Exchange;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file from its signed address and checks every byte. The address is a secret and is not logged. */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int TRIES = 8;

    private final DiskSpace disk;
    private final Path folder;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param patience how long the store may send nothing */
    Download(DiskSpace disk, Path folder, Duration patience) {
        this.disk = disk;
        this.folder = folder;
        this.patience = patience;
    }

    /** Bytes that are twice the same and not those that were promised lie so in the store: trying again would not help. */
    void to(Path target, InputFile file) throws IOException, InterruptedException {
        Backoff backoff = new Backoff();
        Set<String> wrong = new HashSet<>();
        for (int tried = 1; ; tried++) {
            try {
                once(target, file);
                return;
            } catch (OtherBytes other) {
                if (!wrong.add(other.sha256)) {
                    throw new IOException(other.getMessage(), other);
                }
            } catch (NoSpaceLeft full) {
                throw full;
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

    /** The store holds something else than was promised when the file was sent there. */
    private static final class OtherBytes extends IOException {
        private static final long serialVersionUID = 1L;

        private final String sha256;

        OtherBytes(InputFile file, String sha256) {
            super("The file " + file.path() + " in the storage is not the one that was promised: expected SHA-256 "
                    + file.sha256() + ", but its bytes have " + sha256
                    + ". Upload it again, or redo the stage that made it.");
            this.sha256 = sha256;
        }
    }

    /** A full disk is seen before a try, so that a write that failed for it is not repeated. */
    private void once(Path target, InputFile file) throws IOException, InterruptedException {
        Files.deleteIfExists(target);
        disk.require(folder, file.size());
        HttpRequest request = HttpRequest.newBuilder(file.url()).GET().build();
        MessageDigest digest = Checksum.digest("SHA-256");
        Exchange exchange = new Exchange(patience);
        try (OutputStream to = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            HttpResponse<Void> response = exchange.await(client.sendAsync(
                    request, answer -> answer.statusCode() == 200 ? into(to, exchange) : BodySubscribers.discarding()));
            if (response.statusCode() != 200) {
                throw new IOException("the store answered " + response.statusCode());
            }
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (!sha256.equals(file.sha256())) {
            throw new OtherBytes(file, sha256);
        }
    }

    private static BodySubscriber<Void> into(OutputStream to, Exchange exchange) {
        return BodySubscribers.ofByteArrayConsumer(some -> some.ifPresent(bytes -> {
            try {
                to.write(bytes);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            exchange.moved(bytes.length);
        }));
    }
}
