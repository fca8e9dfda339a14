package dev.winslow.engine.account;

import dev.winslow.api.Paths;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.TokenView;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens of programs that belong to nobody. */
@RestController
@RequestMapping(Paths.TOKENS)
class TokenController {
    private final ProgramTokens tokens;

    TokenController(ProgramTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    List<TokenView> list() {
        return tokens.ofPrograms();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken create(@RequestBody CreateToken request) {
        return tokens.create(request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        tokens.revoke(Optional.empty(), id);
    }
}
