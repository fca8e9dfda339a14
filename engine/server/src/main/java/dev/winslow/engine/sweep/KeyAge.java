package dev.winslow.engine.sweep;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads from the ids in names when they were made (UUID version 7 begins with the milliseconds). */
final class KeyAge {
    private static final int TIME_ORDERED = 7;

    private KeyAge() {}

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.version() == TIME_ORDERED);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether the id is one of ours and was made before; what bears another name is never old. */
    static boolean isBefore(String text, Instant limit) {
        return id(text).map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                .filter(limit::isAfter)
                .isPresent();
    }

    /** The last folder of a prefix that ends with a slash. */
    static String lastOf(String folder) {
        String open = folder.substring(0, folder.length() - 1);
        return open.substring(open.lastIndexOf('/') + 1);
    }
}
