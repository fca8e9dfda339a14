package dev.winslow.api.project;

/** A tag, and how many projects carry it. */
public record TagView(String tag, int projects) {}
