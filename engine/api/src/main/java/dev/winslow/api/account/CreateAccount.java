package dev.winslow.api.account;

import java.util.Optional;

/** A new account. Without a password the server makes one, which is shown once; either is good until the person has chosen another. */
public record CreateAccount(String name, Optional<String> fullName, Role role, Optional<String> password) {
    @Override
    public String toString() {
        return "CreateAccount[name=" + name + ", role=" + role + "]";
    }
}
