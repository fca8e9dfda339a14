package dev.winslow.engine.notify;

import java.util.UUID;

/** Whose rules they are. */
sealed interface Owner {
    record OfProject(UUID id) implements Owner {}

    record OfPerson(String name) implements Owner {}
}
