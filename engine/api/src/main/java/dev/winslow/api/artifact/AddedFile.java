package dev.winslow.api.artifact;

/**
 * A file that a person has added to the workspace of a step, for its next attempt.
 *
 * @param addedBy the person's name
 */
public record AddedFile(FileView file, String addedBy) {}
