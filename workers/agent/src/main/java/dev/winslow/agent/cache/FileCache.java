package dev.winslow.agent.cache;

import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files by their SHA-256. Each is read-only and bears one fixed time of modification: whoever writes into it in spite of
 * that changes the time, and the file is fetched anew.
 */
public final class FileCache {
    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
    private static final FileTime SEALED = FileTime.fromMillis(1_000_000_000_000L);

    private final Path root;
    private final Download download;

    public FileCache(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        this.download = new Download();
    }

    /** Puts the file there without a copy where the file system allows it; it must not be written to. */
    public void link(InputFile file, Path target) throws IOException, InterruptedException {
        Path cached = fetched(file);
        try {
            Files.createLink(target, cached);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            LOG.debug("No link from {} to {}, so a copy", cached, target, otherFileSystem);
            Files.copy(cached, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Puts a copy there that may be written to. */
    public void copy(InputFile file, Path target) throws IOException, InterruptedException {
        Files.copy(fetched(file), target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Path fetched(InputFile file) throws IOException, InterruptedException {
        Path cached = root.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        if (!sound(cached, file.size())) {
            Files.createDirectories(cached.getParent());
            Path fresh = Files.createTempFile(root, "download-", ".part");
            try {
                download.to(fresh, file);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r--r--r--"));
                Files.setLastModifiedTime(fresh, SEALED);
                Files.move(fresh, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        return cached;
    }

    private static boolean sound(Path cached, long size) throws IOException {
        return Files.exists(cached)
                && Files.size(cached) == size
                && Files.getLastModifiedTime(cached).equals(SEALED);
    }
}
