package dev.winslow.cli;

import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Sends files straight to the storage, and goes on where an earlier try stopped. */
public final class Uploads {
    private final Api api;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    /** The base is the address of a project or of the pool. */
    public Uploads(Api api, String base) {
        this.api = api;
        this.base = base;
    }

    public FileView send(Path file, String path) throws IOException {
        BeginUpload begin = new BeginUpload(path, Files.size(file), sha256(file));
        UploadTicket ticket = api.post(base + "/uploads", begin, UploadTicket.class);
        List<SentPart> sent = new ArrayList<>();
        for (UploadPart part : ticket.parts()) {
            sent.add(send(file, part));
        }
        return api.post(
                base + "/uploads/complete",
                new CompleteUpload(begin, ticket.objectKey(), ticket.uploadId(), sent),
                FileView.class);
    }

    private SentPart send(Path file, UploadPart part) throws IOException {
        byte[] bytes = new byte[(int) part.size()];
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, part.offset() + buffer.position());
            }
        }
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(part.url())
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The storage answered " + response.statusCode() + " to a part of " + file);
            }
            return new SentPart(
                    part.number(),
                    response.headers().firstValue("ETag").orElse("").replace("\"", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }
}
