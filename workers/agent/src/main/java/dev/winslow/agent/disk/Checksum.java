package dev.winslow.agent.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums in lower-case hex. */
public final class Checksum {
    private Checksum() {}

    public static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return sha256(bytes, OutputStream.nullOutputStream());
        }
    }

    /** Copies all bytes and returns their SHA-256. */
    public static String sha256(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = digest("SHA-256");
        DigestInputStream through = new DigestInputStream(from, digest);
        through.transferTo(to);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A digest that every Java platform has. */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java lacks " + algorithm, broken);
        }
    }
}
