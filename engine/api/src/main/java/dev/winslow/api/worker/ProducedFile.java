package dev.winslow.api.worker;

import dev.winslow.api.artifact.Area;

/** A file that a stage leaves. An unchanged one names the bytes that it started from by the same SHA-256 and is not sent. */
public record ProducedFile(Area area, String path, long size, String sha256) {}
