package dev.winslow.engine.notify;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Whose rules they are. */
public sealed interface Owner {
    /** Under which id pages are told that something about these rules has changed. */
    UUID notedAs();

    record OfProject(UUID id) implements Owner {
        @Override
        public UUID notedAs() {
            return id;
        }
    }

    record OfPerson(String name) implements Owner {
        @Override
        public UUID notedAs() {
            return UUID.nameUUIDFromBytes(("rules of " + name).getBytes(StandardCharsets.UTF_8));
        }
    }
}
