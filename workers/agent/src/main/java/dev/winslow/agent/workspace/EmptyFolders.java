package dev.winslow.agent.workspace;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Folders of an attempt that were empty.
 *
 * @param seen not later than they were
 * @param all how they stood then, by their names
 */
public record EmptyFolders(Instant seen, Map<String, Fingerprint> all) {
    public static final EmptyFolders NONE = new EmptyFolders(Instant.EPOCH, Map.of());

    public EmptyFolders {
        all = Map.copyOf(all);
    }

    /** Whether it was empty and stands as it did. */
    boolean contains(Path folder) throws IOException {
        Fingerprint known = all.get(name(folder));
        try {
            return known != null && known.equals(Fingerprint.of(folder));
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    /** Whether one of them that stands as it did has been touched by nobody since; of a young one, the time of change does not tell. */
    boolean isCertainOf(Path folder) {
        Fingerprint known = all.get(name(folder));
        return known != null && known.settledBefore(seen);
    }

    EmptyFolders only(Predicate<String> names) {
        return new EmptyFolders(
                seen,
                all.entrySet().stream()
                        .filter(each -> names.test(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
