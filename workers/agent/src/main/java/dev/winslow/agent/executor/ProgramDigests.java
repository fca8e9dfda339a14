package dev.winslow.agent.executor;

import dev.winslow.agent.disk.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whether a program is still the same as another time: by the words of its command and the bytes of the files that they name. */
final class ProgramDigests {
    private final Map<Version, String> known = new ConcurrentHashMap<>();

    /** A file as it stood when its bytes were read. */
    private record Version(Path file, long size, FileTime modified) {}

    String of(List<String> command) throws IOException {
        MessageDigest digest = Checksum.digest("SHA-256");
        for (String word : command) {
            Optional<Path> file = file(word);
            String text = file.isPresent() ? bytes(file.get()) : word;
            digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static Optional<Path> file(String word) {
        try {
            return Optional.of(Path.of(word)).filter(Files::isRegularFile);
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    private String bytes(Path file) throws IOException {
        try {
            return known.computeIfAbsent(
                    new Version(file, Files.size(file), Files.getLastModifiedTime(file)), fresh -> read(fresh.file()));
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Checksum.sha256(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
