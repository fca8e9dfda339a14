package dev.winslow.api.artifact;

/** A file that is about to be sent: path with / between folders, size in bytes, SHA-256 in lower-case hex. */
public record BeginUpload(String path, long size, String sha256) {}
