package dev.winslow.engine.security;

import dev.winslow.api.account.Role;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a token speaks for: a person or program by its name, or a node by its id.
 *
 * @param role what a person or program may do; others may do what their kind says
 * @param account the person's, where the token belongs to one
 */
public record TokenPrincipal(TokenKind kind, String subject, Role role, Optional<UUID> account) implements Principal {
    @Override
    public String getName() {
        return subject;
    }
}
