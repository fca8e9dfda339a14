package dev.winslow.engine.access;

import dev.winslow.api.account.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * On whose behalf projects are looked at. Whoever lists things says it, so that nothing is shown to all by oversight.
 *
 * @param name of a person or a program
 * @param all whether there is nothing that may not be seen and done
 */
public record Viewer(String name, boolean all) {
    /** The server itself. */
    public static final Viewer SYSTEM = new Viewer("", true);

    /** Who is not known sees only what has no project. */
    private static final Viewer NOBODY = new Viewer("", false);

    public static Viewer of(String name, Role role) {
        return new Viewer(name, role == Role.ADMINISTRATOR);
    }

    /** Whoever asks on this thread. */
    public static Viewer current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Viewer::of)
                .orElse(NOBODY);
    }

    /** Whether it is somebody who has rights of their own: no trigger and no node. */
    public boolean isSomebody() {
        return !name.isEmpty();
    }

    private static Viewer of(Authentication signedIn) {
        Set<String> roles = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return roles.contains("ROLE_" + Role.USER)
                ? new Viewer(signedIn.getName(), roles.contains("ROLE_" + Role.ADMINISTRATOR))
                : NOBODY;
    }
}
