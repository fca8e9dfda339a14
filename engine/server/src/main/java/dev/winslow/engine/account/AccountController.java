package dev.winslow.engine.account;

import dev.winslow.api.Paths;
import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.IssuedPassword;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.ACCOUNTS)
class AccountController {
    private final AccountService accounts;

    AccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    List<AccountView> list() {
        return accounts.list().stream().map(Account::view).toList();
    }

    @GetMapping("/{id}")
    AccountView show(@PathVariable UUID id) {
        return accounts.require(id).view();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedAccount create(@RequestBody CreateAccount request) {
        return accounts.create(request);
    }

    @PatchMapping("/{id}")
    AccountView change(@PathVariable UUID id, @RequestBody ChangeAccount request) {
        return accounts.change(id, request).view();
    }

    @Operation(summary = "Makes a new password, which is shown once, and signs the person out everywhere.")
    @PostMapping("/{id}/password")
    IssuedPassword resetPassword(@PathVariable UUID id) {
        return new IssuedPassword(accounts.resetPassword(id));
    }
}
