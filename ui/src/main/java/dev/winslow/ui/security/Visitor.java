package dev.winslow.ui.security;

import dev.winslow.api.account.Role;
import dev.winslow.engine.account.Account;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in to the pages.
 *
 * @param id the account's; none for the person at the machine of a trial
 * @param version the account's when the session began
 * @param mustChange the password is somebody else's: the person chooses another before anything else
 */
public record Visitor(@Nullable UUID id, String name, String fullName, Role role, int version, boolean mustChange)
        implements Principal, Serializable {

    static Visitor of(Account account) {
        return new Visitor(
                account.id(),
                account.name(),
                account.fullName(),
                account.role(),
                account.version(),
                account.mustChange());
    }

    static Visitor atTheMachine() {
        return new Visitor(null, "local", "", Role.ADMINISTRATOR, 0, false);
    }

    public Optional<UUID> account() {
        return Optional.ofNullable(id);
    }

    @Override
    public String getName() {
        return name;
    }
}
