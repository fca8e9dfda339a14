package dev.winslow.agent.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Tells without reading a file whether it is still the same. The time of change is in it, which no program can set back,
 * because {@code cp -p} of another file of the same size would keep the time of modification.
 */
public record Fingerprint(long size, long modifiedNanos, long changedNanos, long inode) {
    static Fingerprint of(Path file) throws IOException {
        Map<String, Object> facts =
                Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
        return new Fingerprint(
                number(facts, "size"), nanos(facts, "lastModifiedTime"), nanos(facts, "ctime"), number(facts, "ino"));
    }

    /** Clocks of file systems tick coarsely: a file that is this young could change again within the same tick. */
    boolean settledBefore(Instant moment) {
        return changedNanos < TimeUnit.MILLISECONDS.toNanos(moment.toEpochMilli()) - TimeUnit.SECONDS.toNanos(1);
    }

    private static long number(Map<String, Object> facts, String name) {
        return (Long) Objects.requireNonNull(facts.get(name));
    }

    private static long nanos(Map<String, Object> facts, String name) {
        return ((FileTime) Objects.requireNonNull(facts.get(name))).to(TimeUnit.NANOSECONDS);
    }
}
