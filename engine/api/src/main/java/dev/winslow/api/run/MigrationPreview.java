package dev.winslow.api.run;

/**
 * What taking a run to another version of its pipeline would do.
 *
 * @param possible whether the run can go on with that version now
 * @param sentence what will happen, or why it cannot and what can instead
 * @param from the version that it goes by now
 */
public record MigrationPreview(boolean possible, String sentence, String pipelineKey, int from, int to) {}
