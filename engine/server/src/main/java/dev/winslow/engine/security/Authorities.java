package dev.winslow.engine.security;

import dev.winslow.api.account.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What Spring Security calls a role: whoever has a role also has those that it includes. */
public final class Authorities {
    private Authorities() {}

    public static List<GrantedAuthority> of(Role role) {
        return AuthorityUtils.createAuthorityList(Arrays.stream(Role.values())
                .filter(role::includes)
                .map(included -> "ROLE_" + included)
                .toList());
    }

    static List<GrantedAuthority> of(TokenPrincipal principal) {
        return principal.kind() == TokenKind.USER
                ? of(principal.role())
                : AuthorityUtils.createAuthorityList("ROLE_" + principal.kind());
    }
}
