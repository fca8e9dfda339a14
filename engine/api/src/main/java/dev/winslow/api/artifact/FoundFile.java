package dev.winslow.api.artifact;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody put into a bucket by an S3 client and Winslow has not taken over yet.
 *
 * @param key its name in the bucket
 * @param modifiedAt by the storage's clock
 * @param problem why it cannot be taken over; without one it is on its way
 */
public record FoundFile(String key, long size, Instant modifiedAt, Optional<String> problem) {}
