package dev.winslow.api.stage;

import java.util.Optional;

/**
 * What a stage needs beyond the closed container that it gets by default: no network, a root file system that cannot be
 * written to, the user of the worker, half of its memory as shared memory. Processes of the machine have all of it anyway.
 *
 * @param user number of a user, and of a group after a colon
 */
public record ContainerNeeds(
        boolean network, boolean writableRoot, Optional<String> user, Optional<Long> sharedMemoryBytes) {
    public static final ContainerNeeds NONE = new ContainerNeeds(false, false, Optional.empty(), Optional.empty());
}
