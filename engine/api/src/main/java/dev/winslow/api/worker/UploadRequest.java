package dev.winslow.api.worker;

/** Asks where to send a file that a stage leaves. */
public record UploadRequest(String leaseToken, ProducedFile file) {}
