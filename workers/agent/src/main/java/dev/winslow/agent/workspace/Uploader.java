package dev.winslow.agent.workspace;

import dev.winslow.agent.protocol.Patience;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.api.worker.UploadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Sends what a stage leaves straight to the storage, part by part, and checks that each arrived unharmed. */
public final class Uploader {
    private final ServerClient server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Uploader(ServerClient server) {
        this.server = server;
    }

    /** Repeats until all have arrived; files whose bytes the storage has are not sent. */
    public void send(Lease lease, StageFolder folder, List<ProducedFile> files) throws InterruptedException {
        for (ProducedFile file : files) {
            Patience.until(() -> {
                send(lease, folder.fileOf(file), file);
                return file;
            });
        }
    }

    private void send(Lease lease, Path path, ProducedFile file) throws IOException, InterruptedException {
        UploadTicket ticket = server.beginUpload(lease.attemptId(), new UploadRequest(lease.leaseToken(), file));
        List<SentPart> sent = new ArrayList<>();
        for (UploadPart part : ticket.parts()) {
            sent.add(send(path, part));
        }
        if (!ticket.uploadId().isEmpty()) {
            server.completeUpload(
                    lease.attemptId(),
                    new UploadCompletion(lease.leaseToken(), file, ticket.objectKey(), ticket.uploadId(), sent));
        }
    }

    private SentPart send(Path path, UploadPart part) throws IOException, InterruptedException {
        MessageDigest digest = Sha256.newDigest("MD5");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> {
                    // The client may begin anew on a fresh connection, and the checksum with it.
                    digest.reset();
                    return new DigestInputStream(slice(path, part), digest);
                }),
                Math.max(part.size(), 1));
        HttpRequest request = HttpRequest.newBuilder(part.url())
                .PUT(part.size() == 0 ? HttpRequest.BodyPublishers.noBody() : body)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "The storage answered " + response.statusCode() + " to a part of " + path.getFileName());
        }
        String etag = response.headers().firstValue("ETag").orElse("").replace("\"", "");
        String md5 = HexFormat.of().formatHex(digest.digest());
        if (etag.length() == md5.length() && !etag.equals(md5)) {
            throw new IOException("A part of " + path.getFileName() + " arrived damaged");
        }
        return new SentPart(part.number(), etag);
    }

    private static InputStream slice(Path path, UploadPart part) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
            file.seek(part.offset());
            return new LimitedStream(Channels.newInputStream(file.getChannel()), part.size());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
