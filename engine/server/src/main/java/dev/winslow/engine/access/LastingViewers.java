package dev.winslow.engine.access;

import dev.winslow.api.account.Role;
import dev.winslow.engine.security.TokenService;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Looks up again who somebody is after their request was let in: the token may be revoked, the account disabled, or the role another. */
@Component
public class LastingViewers {
    private final JdbcClient jdbc;
    private final TokenService tokens;
    private final InstantSource clock;

    LastingViewers(JdbcClient jdbc, TokenService tokens, InstantSource clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Whoever asks on this thread.
     *
     * @param may what they need to be allowed, asked again as well
     */
    public LastingViewer current(Predicate<Viewer> may) {
        Viewer first = Viewer.current();
        Optional<Authentication> signedIn =
                Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        return new LastingViewer(
                first, () -> signedIn.map(one -> again(one, first)).orElse(Optional.of(first)), may, clock);
    }

    private Optional<Viewer> again(Authentication signedIn, Viewer first) {
        return tokens.isByToken(signedIn)
                ? tokens.checkAgain(signedIn).map(token -> new Viewer(first.name(), isAll(first, token.role())))
                : ofAccount(first);
    }

    /** The person at the machine of a trial has no account, and stays who they are. */
    private Optional<Viewer> ofAccount(Viewer first) {
        record Found(boolean disabled, Role role) {}
        Optional<Found> account = jdbc.sql("select disabled, role from account where name = :name")
                .param("name", first.name())
                .query((row, n) -> new Found(row.getBoolean("disabled"), Role.valueOf(row.getString("role"))))
                .optional();
        return account.isEmpty()
                ? Optional.of(first)
                : account.filter(found -> !found.disabled())
                        .map(found -> new Viewer(first.name(), isAll(first, found.role())));
    }

    private static boolean isAll(Viewer first, Role now) {
        return first.all() && now == Role.ADMINISTRATOR;
    }
}
