package dev.winslow.api.worker;

/** The number of the line that the server waits for next. */
public record LogReceipt(long next) {}
