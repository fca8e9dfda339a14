package dev.winslow.api.artifact;

/** A part that the store took, with the ETag that it answered, quotes removed. */
public record SentPart(int number, String etag) {}
