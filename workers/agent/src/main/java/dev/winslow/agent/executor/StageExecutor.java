package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import java.io.IOException;

/**
 * Runs the program of a stage so that it outlives the worker. All that is to be known about it lies in the attempt's
 * folder, so a worker that was started again goes on watching as the one before did.
 */
public interface StageExecutor {
    /** Its output goes to {@link AttemptFolder#stdout} and {@link AttemptFolder#stderr}. */
    void start(StageCommand command) throws IOException, UnknownImage;

    StageStatus status(AttemptFolder folder) throws IOException;

    /** Ends it with all processes that it started: first politely, after a while by force. */
    void stop(AttemptFolder folder) throws IOException, InterruptedException;
}
