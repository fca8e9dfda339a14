package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.Role;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import dev.winslow.engine.account.ProgramTokens;
import java.util.Locale;
import java.util.Optional;

/** Makes people with accounts, each with a program that acts for them. */
record People(ServerOnADatabase server) {

    /** Somebody, and the calls of their program. */
    record Somebody(String name, Caller caller) {
        /** As a user. */
        Viewer viewer() {
            return Viewer.of(name, Role.USER);
        }
    }

    Somebody user() {
        return with(Role.USER);
    }

    void disable(Somebody who) {
        change(who, new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(true)));
    }

    void enable(Somebody who) {
        change(who, new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(false)));
    }

    private void change(Somebody who, ChangeAccount change) {
        Account account = server.context().getBean(AccountService.class).list().stream()
                .filter(one -> one.name().equals(who.name()))
                .findFirst()
                .orElseThrow();
        Answer answer =
                server.caller().patchJson(Paths.ACCOUNTS + "/" + account.id(), Answer.JSON.writeValueAsString(change));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    Somebody with(Role role) {
        String name = "n" + Ids.secret().substring(0, 12).toLowerCase(Locale.ROOT);
        CreatedAccount made = server.caller()
                .post(Paths.ACCOUNTS, new CreateAccount(name, Optional.empty(), role, Optional.empty()))
                .as(CreatedAccount.class);
        String secret = server.context()
                .getBean(ProgramTokens.class)
                .create(
                        server.context()
                                .getBean(AccountService.class)
                                .require(made.account().id()),
                        new CreateToken("laptop", role, Optional.empty()))
                .secret();
        return new Somebody(made.account().name(), server.caller().with(secret));
    }
}
