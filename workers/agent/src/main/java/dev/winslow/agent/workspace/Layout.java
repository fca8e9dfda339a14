package dev.winslow.agent.workspace;

import dev.winslow.agent.cache.FileCache;
import dev.winslow.agent.disk.Folders;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays out the folders of an attempt from the cache. Input is linked and read-only; what a stage may write is copied, so
 * that a stage that changes a file in place cannot damage the cache.
 */
public final class Layout {
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r-xr-xr-x");

    private final FileCache cache;

    public Layout(FileCache cache) {
        this.cache = cache;
    }

    /**
     * What was laid out.
     *
     * @param empty the folders into which no file was laid
     */
    public record Laid(Baseline baseline, EmptyFolders empty) {}

    /**
     * Starts afresh where an earlier try was cut off.
     *
     * @param known of the folders that are there already, those which are empty for certain
     */
    public Laid lay(AttemptFolder folder, List<InputFile> files, EmptyFolders known)
            throws IOException, InterruptedException {
        Instant seen = Instant.now();
        Set<Path> toFill = files.stream().map(file -> folder.of(file.area())).collect(Collectors.toSet());
        List<Path> touched = new ArrayList<>();
        for (Path each : folder.ofTheStage()) {
            if (toFill.contains(each) || !known.contains(each)) {
                makeAfresh(each, !toFill.contains(each));
                touched.add(each);
            }
        }
        try (var _ = cache.hold(files)) {
            Baseline baseline = fill(folder, files, touched);
            Map<String, Fingerprint> empty = new HashMap<>(known.all());
            for (Path each : touched) {
                empty.remove(EmptyFolders.name(each));
                if (!toFill.contains(each)) {
                    empty.put(EmptyFolders.name(each), Fingerprint.of(each));
                }
            }
            return new Laid(baseline, new EmptyFolders(seen, empty));
        }
    }

    /** @param asItIs whether one that is there already and empty will do */
    private static void makeAfresh(Path folder, boolean asItIs) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException spareOrCutOff) {
            if (!asItIs || !Folders.isEmpty(folder)) {
                Folders.delete(folder);
                Files.createDirectory(folder);
            }
        }
    }

    /** @param touched without those that are as they were laid out before */
    private Baseline fill(AttemptFolder folder, List<InputFile> files, List<Path> touched)
            throws IOException, InterruptedException {
        List<Baseline.Entry> entries = new ArrayList<>();
        Set<Path> inputs = new HashSet<>();
        if (touched.contains(folder.of(Area.INPUT))) {
            inputs.add(folder.of(Area.INPUT));
        }
        for (InputFile file : files) {
            Path target = inside(folder.of(file.area()), file.path());
            Files.createDirectories(target.getParent());
            if (file.area() == Area.INPUT) {
                cache.link(file, target);
                addParents(target, inputs);
            } else {
                cache.copy(file, target);
                entries.add(new Baseline.Entry(file.area(), file.path(), file.sha256(), Fingerprint.of(target)));
            }
        }
        for (Path input : inputs) {
            // Setting them anew would count as a change.
            if (!Files.getPosixFilePermissions(input).equals(READ_ONLY)) {
                Files.setPosixFilePermissions(input, READ_ONLY);
            }
        }
        return new Baseline(Instant.now(), entries);
    }

    /** Up to those that are there already. */
    private static void addParents(Path file, Set<Path> folders) {
        Path parent = file.getParent();
        if (parent != null && folders.add(parent)) {
            addParents(parent, folders);
        }
    }

    private static Path inside(Path area, String path) throws IOException {
        Path target = area.resolve(path).normalize();
        if (!target.startsWith(area) || target.equals(area)) {
            throw new IOException("The server names a file outside of the stage's folders: " + path);
        }
        return target;
    }
}
