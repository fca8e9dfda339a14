package dev.winslow.api.access;

/** A line of a project's list. */
public record AccessEntry(Holder holder, Level level) {}
