package dev.winslow.api.project;

/**
 * What would go with a project if it were deleted. Files that it took from the pool stay there.
 *
 * @param files in the storage; bytes that several of its runs share count once
 * @param openRun whether a run is on its way, which would be ended
 */
public record DeletionView(long files, long bytes, int runs, int attempts, long logLines, boolean openRun) {}
