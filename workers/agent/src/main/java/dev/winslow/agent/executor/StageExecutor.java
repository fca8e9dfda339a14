package dev.winslow.agent.executor;

import dev.winslow.agent.workspace.AttemptFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the program of a stage so that it outlives the worker. All that is to be known about it lies in the attempt's
 * folder or can be found by it, so a worker that was started again goes on watching as the one before did.
 */
public interface StageExecutor extends AutoCloseable {
    /** Where the stage of this attempt finds its folders. */
    StageView view(AttemptFolder folder);

    /**
     * What may take long before the start, such as fetching the image. It may be cut short and done again.
     *
     * @return which bytes the image's name stands for here
     */
    String prepare(StageCommand command, Announcer log) throws IOException, UnknownImage, InterruptedException;

    /** Its output goes to {@link AttemptFolder#stdout} and {@link AttemptFolder#stderr}. */
    void start(StageCommand command) throws IOException, UnknownImage, InterruptedException;

    StageStatus status(AttemptFolder folder) throws IOException;

    /** What it uses; empty where that is not known, or not yet. */
    Optional<StageLoad> load(AttemptFolder folder) throws IOException;

    /** Ends it with all processes that it started: first politely, after a while by force. Its output is complete then. */
    void stop(AttemptFolder folder) throws IOException, InterruptedException;

    /** Gives up what is kept of a stopped stage outside of its folder; its end cannot be told any more. */
    void forget(AttemptFolder folder) throws IOException, InterruptedException;

    /** Whether nothing that a stage has started can reach its folder any more once it is forgotten. */
    boolean confines();

    /** Stops and forgets the stages of attempts that this worker does not know any more. */
    void sweep(Set<AttemptFolder> known) throws IOException, InterruptedException;

    /** Leaves the stages running. */
    @Override
    void close();
}
