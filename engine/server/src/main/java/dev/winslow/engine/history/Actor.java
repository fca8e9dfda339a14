package dev.winslow.engine.history;

import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenPrincipal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts on this thread: a person, a node, or the system by itself.
 *
 * @param node the node's id, whose name is to be looked up
 */
public record Actor(String name, Optional<UUID> node) {
    private static final Actor SYSTEM = new Actor("Winslow", Optional.empty());

    public static Actor current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> !(signedIn instanceof AnonymousAuthenticationToken))
                .map(Actor::of)
                .orElse(SYSTEM);
    }

    private static Actor of(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof TokenPrincipal token && token.kind() == TokenKind.NODE
                ? new Actor(token.subject(), Optional.of(UUID.fromString(token.subject())))
                : new Actor(signedIn.getName(), Optional.empty());
    }
}
