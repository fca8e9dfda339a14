package dev.winslow.agent.workspace;

import dev.winslow.agent.cache.FileCache;
import dev.winslow.agent.disk.Folders;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out the folders of an attempt from the cache. Input is linked and read-only; what a stage may write is copied, so
 * that a stage that changes a file in place cannot damage the cache.
 */
public final class Layout {
    private final FileCache cache;

    public Layout(FileCache cache) {
        this.cache = cache;
    }

    /** Starts afresh where an earlier try was cut off. */
    public void lay(AttemptFolder folder, List<InputFile> files) throws IOException, InterruptedException {
        for (Area area : Area.values()) {
            Folders.delete(folder.of(area));
            Files.createDirectories(folder.of(area));
        }
        Folders.delete(folder.word());
        Files.createDirectories(folder.word());
        try (var _ = cache.hold(files)) {
            fill(folder, files);
        }
    }

    private void fill(AttemptFolder folder, List<InputFile> files) throws IOException, InterruptedException {
        List<Baseline.Entry> entries = new ArrayList<>();
        for (InputFile file : files) {
            Path target = inside(folder.of(file.area()), file.path());
            Files.createDirectories(target.getParent());
            if (file.area() == Area.INPUT) {
                cache.link(file, target);
            } else {
                cache.copy(file, target);
                entries.add(new Baseline.Entry(file.area(), file.path(), file.sha256(), Fingerprint.of(target)));
            }
        }
        protect(folder.of(Area.INPUT));
        PrivateJson.write(folder.baseline(), new Baseline(Instant.now(), entries));
    }

    private static Path inside(Path area, String path) throws IOException {
        Path target = area.resolve(path).normalize();
        if (!target.startsWith(area) || target.equals(area)) {
            throw new IOException("The server names a file outside of the stage's folders: " + path);
        }
        return target;
    }

    private static void protect(Path input) throws IOException {
        try (Stream<Path> all = Files.walk(input)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
        }
    }
}
