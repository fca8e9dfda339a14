package dev.winslow.api.lineage;

import dev.winslow.api.artifact.FileView;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of a lineage.
 *
 * @param projectId absent for a file of the pool
 * @param sameAs the file whose bytes it has, where it was taken from the pool or from the uploads
 * @param addedBy who added it to the workspace of a step, where somebody did
 * @param removed whether its bytes were cleaned up
 */
public record TracedFile(
        FileView file,
        FileOrigin origin,
        Optional<UUID> projectId,
        Optional<UUID> sameAs,
        Optional<String> addedBy,
        boolean removed) {}
