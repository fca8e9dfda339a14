package dev.winslow.api.node;

/** Bytes a second: received or read, and sent or written. */
public record Traffic(long in, long out) {}
