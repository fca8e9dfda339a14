package dev.winslow.engine.artifact;

import dev.winslow.minio.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads what was uploaded and compares it with the SHA-256 that was said of it. Files are shared by content: a wrong one would be given to whoever
 * uploads the right one. Reading large files takes too long for an answer, so that their bytes are not shared, and the worker that fetches them
 * finds out.
 */
@Component
class UploadCheck {
    private final ArtifactStore store;
    private final long limit;

    UploadCheck(ArtifactStore store, @Value("${winslow.uploads.check-up-to:256MB}") DataSize limit) {
        this.store = store;
        this.limit = limit.toBytes();
    }

    /** The size in bytes up to which files are read. */
    long limit() {
        return limit;
    }

    /** The SHA-256 of what came, where it is another than was said and the file is not too large to be read. */
    Optional<String> otherThanSaid(Artifact.Location location, Artifact.Content said) {
        return said.size() > limit
                ? Optional.empty()
                : Optional.of(sha256(location)).filter(sha256 -> !sha256.equals(said.sha256()));
    }

    /** Reads all of it, however large it is. */
    String sha256(Artifact.Location location) {
        MessageDigest digest = Hashes.digest();
        try (InputStream bytes = new DigestInputStream(store.read(location.bucket(), location.key(), 0), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + location.key() + " cannot be read from the storage", e);
        }
    }
}
