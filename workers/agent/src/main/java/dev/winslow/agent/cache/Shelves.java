package dev.winslow.agent.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of a cache on the disk, with the time at which each was used last, which the file bears as its time of access. */
record Shelves(Path root) {

    /**
     * One file.
     *
     * @param linked whether an attempt on this machine has it as an input: deleting it here would free nothing
     */
    record Kept(Path path, long size, FileTime used, boolean linked) {}

    Path of(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** That which was used longest ago first. */
    List<Kept> oldestFirst() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : files.filter(each -> each.getNameCount() == root.getNameCount() + 2)
                    .toList()) {
                kept.add(read(file));
            }
        }
        kept.sort(Comparator.comparing(Kept::used));
        return kept;
    }

    private static Kept read(Path file) throws IOException {
        Map<String, Object> facts = Files.readAttributes(file, "unix:size,lastAccessTime,nlink");
        return new Kept(
                file,
                (Long) Objects.requireNonNull(facts.get("size")),
                (FileTime) Objects.requireNonNull(facts.get("lastAccessTime")),
                (Integer) Objects.requireNonNull(facts.get("nlink")) > 1);
    }

    static void markUsed(Path file, Instant now) throws IOException {
        @org.jspecify.annotations.Nullable FileTime unchanged = null;
        Files.getFileAttributeView(file, BasicFileAttributeView.class)
                .setTimes(unchanged, FileTime.from(now), unchanged);
    }

    /** What an earlier life of the worker was fetching when it ended. */
    void sweep() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            for (Path part :
                    files.filter(file -> file.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(part);
            }
        }
    }
}
