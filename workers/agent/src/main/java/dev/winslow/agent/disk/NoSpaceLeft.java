package dev.winslow.agent.disk;

import dev.winslow.agent.inventory.ByteSize;
import java.io.IOException;
import java.nio.file.Path;

/** The disk is full. */
public final class NoSpaceLeft extends IOException {
    private static final long serialVersionUID = 1L;

    public NoSpaceLeft(Path folder, long needed, long free) {
        super("No space left: needs %s, has %s on %s. Free some, or start the worker with --data on a larger disk."
                .formatted(ByteSize.format(needed), ByteSize.format(free), folder));
    }
}
