package dev.winslow.api.log;

import java.time.Instant;

/** A line of a log; numbers count from 0 without gaps. */
public record LogLine(long number, Instant time, LogStream stream, String text) {}
