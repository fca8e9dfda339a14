package dev.winslow.api.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's account.
 *
 * @param name what the person signs in by
 * @param fullName as others call the person; may be empty
 * @param mustChangePassword the next sign-in asks for a password of the person's own
 */
public record AccountView(
        UUID id,
        String name,
        String fullName,
        Role role,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        Optional<Instant> lastSignInAt) {}
