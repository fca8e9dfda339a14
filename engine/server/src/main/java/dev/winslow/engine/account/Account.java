package dev.winslow.engine.account;

import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's account.
 *
 * @param password as the encoder keeps it
 * @param version counts what ends sessions
 */
public record Account(
        UUID id,
        String name,
        String fullName,
        Role role,
        String password,
        boolean mustChange,
        boolean disabled,
        int version,
        Instant createdAt,
        Optional<Instant> lastSignInAt) {

    Account withFullName(String called) {
        return new Account(id, name, called, role, password, mustChange, disabled, version, createdAt, lastSignInAt);
    }

    /** Sessions that began with another role end. */
    Account withRole(Role other) {
        return new Account(
                id, name, fullName, other, password, mustChange, disabled, version + 1, createdAt, lastSignInAt);
    }

    Account withDisabled(boolean now) {
        return new Account(id, name, fullName, role, password, mustChange, now, version + 1, createdAt, lastSignInAt);
    }

    /** Sessions that began with another password end. */
    Account withPassword(String encoded, boolean ofSomebodyElse) {
        return new Account(
                id, name, fullName, role, encoded, ofSomebodyElse, disabled, version + 1, createdAt, lastSignInAt);
    }

    public AccountView view() {
        return new AccountView(id, name, fullName, role, disabled, mustChange, createdAt, lastSignInAt);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Account[name=" + name + ", role=" + role + ", disabled=" + disabled + "]";
    }
}
