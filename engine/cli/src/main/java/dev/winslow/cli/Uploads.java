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
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Sends files straight to the storage, and goes on where an earlier try stopped. */
public final class Uploads {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Some storages copy all bytes once more when the parts become one file. */
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(30);

    private final Api api;
    private final String base;
    private final PartSending parts;
    private final UploadProgress progress;

    /** The base is the address of a project or of the pool; how far it is can be read where a person sits at a terminal. */
    public Uploads(Api api, String base, PrintWriter out) {
        this(api, base, UploadProgress.on(out), FIRST_PAUSE);
    }

    Uploads(Api api, String base, UploadProgress progress, Duration firstPause) {
        this.api = api;
        this.base = base;
        this.progress = progress;
        this.parts = new PartSending(firstPause);
    }

    public FileView send(Path file, String path) throws IOException {
        BeginUpload begin = new BeginUpload(path, Files.size(file), sha256(file));
        UploadTicket ticket = api.post(base + "/uploads", begin, UploadTicket.class);
        progress.begin(
                path,
                begin.size(),
                ticket.parts().stream().mapToLong(UploadPart::size).sum());
        List<SentPart> sent = new ArrayList<>();
        try {
            for (UploadPart part : ticket.parts()) {
                sent.add(parts.send(file, part, progress));
            }
        } finally {
            progress.end();
        }
        return api.post(
                base + "/uploads/complete",
                new CompleteUpload(begin, ticket.objectKey(), ticket.uploadId(), sent),
                FileView.class,
                PATIENCE_AT_THE_END);
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
