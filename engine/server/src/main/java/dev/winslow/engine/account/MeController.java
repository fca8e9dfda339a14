package dev.winslow.engine.account;

import dev.winslow.api.Paths;
import dev.winslow.api.account.ChangePassword;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.Me;
import dev.winslow.api.account.TokenView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.security.TokenPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever asks, about themselves. */
@RestController
class MeController {
    private final AccountService accounts;
    private final OwnPassword password;
    private final ProgramTokens tokens;

    MeController(AccountService accounts, OwnPassword password, ProgramTokens tokens) {
        this.accounts = accounts;
        this.password = password;
        this.tokens = tokens;
    }

    @GetMapping(Paths.ME)
    Me me(@AuthenticationPrincipal TokenPrincipal who) {
        return new Me(who.subject(), who.role(), who.account().isPresent());
    }

    @PutMapping(Paths.MY_PASSWORD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal TokenPrincipal who, @RequestBody ChangePassword request, HttpServletRequest from) {
        password.change(requireAccount(who), request, from.getRemoteAddr());
    }

    @GetMapping(Paths.MY_TOKENS)
    List<TokenView> tokens(@AuthenticationPrincipal TokenPrincipal who) {
        return tokens.of(requireAccount(who));
    }

    /** By a token that may do less than its owner no token can be made that may do more. */
    @PostMapping(Paths.MY_TOKENS)
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken createToken(@AuthenticationPrincipal TokenPrincipal who, @RequestBody CreateToken request) {
        if (!who.role().includes(request.role())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This token's role is " + who.role() + ", which is less than " + request.role() + ".",
                    "Make a token with at most this role, or make it in the page.");
        }
        return tokens.create(accounts.require(requireAccount(who)), request);
    }

    @DeleteMapping(Paths.MY_TOKENS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@AuthenticationPrincipal TokenPrincipal who, @PathVariable String id) {
        tokens.revoke(Optional.of(requireAccount(who)), id);
    }

    private static UUID requireAccount(TokenPrincipal who) {
        return who.account()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "The token " + who.subject() + " belongs to no person.",
                        "Use a token that a person has made in the page, under the person's name."));
    }
}
