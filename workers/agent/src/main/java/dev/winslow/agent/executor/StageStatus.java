package dev.winslow.agent.executor;

/** How the program of a stage stands. */
public sealed interface StageStatus {
    /** It runs. */
    record Running() implements StageStatus {}

    /** It ended by itself or by a signal. */
    record Ended(int exitCode) implements StageStatus {}

    /** It was killed since it wanted more memory than it may use. */
    record OutOfMemory(int exitCode, long limitBytes) implements StageStatus {}

    /** It was killed by somebody else than this worker: often for memory, of which the word can be lost. */
    record Killed(int exitCode, long limitBytes) implements StageStatus {}

    /** It runs no more and left no exit code: killed together with its watcher, or the machine went down. */
    record Vanished() implements StageStatus {}
}
