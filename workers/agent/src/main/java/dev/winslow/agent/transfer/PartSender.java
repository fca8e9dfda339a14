package dev.winslow.agent.transfer;

import dev.winslow.agent.disk.Checksum;
import dev.winslow.agent.protocol.Exchange;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends one part and compares what the store says it took with what was sent. */
final class PartSender {
    /** Stores that encrypt answer other ETags than the MD5; those prove nothing either way. */
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Duration patience;

    /** @param patience how long the store may take no byte and say nothing */
    PartSender(Duration patience) {
        this.patience = patience;
    }

    SentPart send(UploadPart part, Path source) throws IOException, InterruptedException {
        MessageDigest digest = Checksum.digest("MD5");
        Exchange exchange = new Exchange(patience);
        HttpRequest request = HttpRequest.newBuilder(part.url())
                .PUT(body(part, () -> new DigestInputStream(slice(part, source, exchange), digest)))
                .build();
        HttpResponse<Void> response = exchange.await(client.sendAsync(request, BodyHandlers.discarding()));
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the store answered " + response.statusCode() + " to part " + part.number());
        }
        String etag = response.headers().firstValue("ETag").orElse("").replace("\"", "");
        String md5 = HexFormat.of().formatHex(digest.digest());
        if (MD5.matcher(etag).matches() && !etag.equals(md5)) {
            throw new IOException(
                    "part " + part.number() + " was sent with MD5 " + md5 + ", but the store took " + etag);
        }
        return new SentPart(part.number(), etag);
    }

    private static BodyPublisher body(UploadPart part, Supplier<InputStream> bytes) {
        if (part.size() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(bytes), part.size());
    }

    private static InputStream slice(UploadPart part, Path source, Exchange exchange) {
        try {
            InputStream whole = Files.newInputStream(source);
            whole.skipNBytes(part.offset());
            return new Slice(whole, part.size(), exchange);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends after a number of bytes. */
    private static final class Slice extends FilterInputStream {
        private final Exchange exchange;
        private long left;

        Slice(InputStream whole, long size, Exchange exchange) {
            super(whole);
            this.left = size;
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            exchange.moved(Math.max(count, 0));
            return count;
        }
    }
}
