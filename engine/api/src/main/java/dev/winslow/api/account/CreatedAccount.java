package dev.winslow.api.account;

import java.util.Optional;

/** A new account, with its password where the server has made it, which is not shown again. */
public record CreatedAccount(AccountView account, Optional<String> password) {
    @Override
    public String toString() {
        return "CreatedAccount[account=" + account + "]";
    }
}
