package dev.winslow.api.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the HTTP API, without its secret.
 *
 * @param id the beginning of its SHA-256
 * @param name the program that it was made for
 * @param owner the person whose it is, or the program itself where it belongs to nobody
 * @param createdBy empty where it was made before that was written down
 * @param lastUsedAt to the minute
 */
public record TokenView(
        String id,
        String name,
        String owner,
        Role role,
        String createdBy,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt) {}
