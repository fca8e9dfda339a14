package dev.winslow.engine.security;

import java.security.Principal;

/** Who a token speaks for: a person's name, or a node's id. */
public record TokenPrincipal(TokenKind kind, String subject) implements Principal {
    @Override
    public String getName() {
        return subject;
    }
}
