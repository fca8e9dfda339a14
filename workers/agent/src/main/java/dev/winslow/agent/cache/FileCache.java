package dev.winslow.agent.cache;

import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files by their SHA-256. Each is read-only and bears one fixed time of modification: whoever writes into it in spite of
 * that changes the time, and the file is fetched anew. When the cache is above its limit, or the disk is full, those go
 * first that were used longest ago, but none that a present attempt uses: its inputs are links to them, and what is being
 * laid out is held.
 */
public final class FileCache {
    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
    private static final FileTime SEALED = FileTime.fromMillis(1_000_000_000_000L);
    private static final int SHARE_OF_DISK = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Shelves shelves;
    private final DiskSpace disk;
    private final long limit;
    private final Download download;
    private final Map<Object, Set<String>> held = new HashMap<>();
    /** It may be above its limit: more was in use when it was looked through last, or something has arrived since. */
    private boolean above;

    /** Without a limit the cache takes up to a fifth of the disk. */
    public FileCache(Path root, OptionalLong limitBytes, DiskSpace disk) throws IOException {
        this.shelves = new Shelves(Files.createDirectories(root));
        this.disk = disk;
        this.limit = limitBytes.isPresent() ? limitBytes.getAsLong() : disk.total(root) / SHARE_OF_DISK;
        this.download = new Download(disk, root, PATIENCE);
        shelves.sweep();
        // Its limit may have been higher before.
        evict(0, 0);
    }

    /** Files that stay until they are let go. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Makes room for all of these files, and for the copies that are made of those that a stage may change.
     *
     * @throws dev.winslow.agent.disk.NoSpaceLeft before anything is fetched, where they do not fit on the disk
     */
    public synchronized Hold hold(Collection<InputFile> files) throws IOException {
        Set<String> names = new HashSet<>();
        long missing = 0;
        long copies = 0;
        for (InputFile file : files) {
            boolean fresh = names.add(file.sha256()) && !sound(shelves.of(file.sha256()), file.size());
            missing += fresh ? file.size() : 0;
            copies += file.area() == Area.INPUT ? 0 : file.size();
        }
        boolean crowded = missing > 0 || above || (copies > 0 && disk.free(shelves.root()) < copies);
        Object hold = new Object();
        held.put(hold, names);
        if (crowded) {
            makeRoom(missing, copies, hold);
        }
        boolean arriving = missing > 0;
        return () -> release(hold, arriving);
    }

    /** Only what arrives brings the cache above its limit, so that nobody else need look through it until it is. */
    private void makeRoom(long missing, long copies, Object hold) throws IOException {
        try {
            evict(missing, missing + copies);
            disk.require(shelves.root(), missing + copies);
        } catch (IOException full) {
            release(hold, false);
            throw full;
        }
    }

    private synchronized void release(Object hold, boolean arrived) {
        held.remove(hold);
        // What others fetched at the same time was not counted.
        above |= arrived;
    }

    private void evict(long arriving, long needed) throws IOException {
        List<Shelves.Kept> kept = shelves.oldestFirst();
        long size = kept.stream().mapToLong(Shelves.Kept::size).sum() + arriving;
        for (Shelves.Kept file : kept) {
            if (size <= limit && disk.free(shelves.root()) >= needed) {
                break;
            }
            if (!file.linked() && !isHeld(file)) {
                LOG.debug("{} makes room for others", file.path());
                Files.deleteIfExists(file.path());
                size -= file.size();
            }
        }
        above = size > limit;
    }

    private boolean isHeld(Shelves.Kept file) {
        String name = String.valueOf(file.path().getFileName());
        return held.values().stream().anyMatch(names -> names.contains(name));
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
        Path cached = fetched(file);
        disk.require(shelves.root(), file.size());
        Files.copy(cached, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Path fetched(InputFile file) throws IOException, InterruptedException {
        Path cached = shelves.of(file.sha256());
        if (!sound(cached, file.size())) {
            Files.createDirectories(cached.getParent());
            Path fresh = Files.createTempFile(shelves.root(), "download-", ".part");
            try {
                download.to(fresh, file);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r--r--r--"));
                Files.setLastModifiedTime(fresh, SEALED);
                Files.move(fresh, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        Shelves.markUsed(cached, Instant.now());
        return cached;
    }

    private static boolean sound(Path cached, long size) throws IOException {
        return Files.exists(cached)
                && Files.size(cached) == size
                && Files.getLastModifiedTime(cached).equals(SEALED);
    }
}
