package dev.winslow.api.log;

/** Who wrote a line: the stage on one of its streams, or Winslow about the stage. */
public enum LogStream {
    OUT,
    ERR,
    SYSTEM
}
