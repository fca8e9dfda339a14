package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A system with a pipeline of empty stages one after the other, and one worker. */
interface ChainSystem extends AutoCloseable {
    String name();

    /** Sets so many runs going at once. */
    void start(int chains) throws IOException, InterruptedException;

    /** Where its worker notes what it did. */
    Path notes();

    StartedProcesses.Started server();

    StartedProcesses.Started worker();

    @Override
    void close();
}
