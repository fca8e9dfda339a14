package dev.winslow.engine.account;

import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.TokenView;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.security.ProgramTokenRepository;
import dev.winslow.engine.security.ProgramTokenRepository.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of the HTTP API: of programs that belong to nobody, and of a person's own. */
@Service
public class ProgramTokens {
    private static final int LONGEST_NAME = 100;

    private final ProgramTokenRepository tokens;
    private final AccountRepository accounts;
    private final Events events;
    private final InstantSource clock;

    ProgramTokens(ProgramTokenRepository tokens, AccountRepository accounts, Events events, InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    public List<TokenView> ofPrograms() {
        return tokens.list(Optional.empty());
    }

    public List<TokenView> of(UUID account) {
        return tokens.list(Optional.of(account));
    }

    /** A program acts under the token's name, which no person has. */
    @Transactional
    public CreatedToken create(CreateToken request) {
        String name = requireName(request);
        accounts.lock();
        if (accounts.find(AccountNames.normal(name)).isPresent()) {
            throw AccountNames.taken(name);
        }
        return issue(request, name, Optional.empty());
    }

    /** It acts under the person's name, and may do at most what the person may, now and later. */
    @Transactional
    public CreatedToken create(Account owner, CreateToken request) {
        if (!owner.role().includes(request.role())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Your own role is " + owner.role() + ", which is less than " + request.role() + ".",
                    "Make a token with at most your own role.");
        }
        requireName(request);
        return issue(request, owner.name(), Optional.of(owner.id()));
    }

    @Transactional
    public void revoke(Optional<UUID> account, String id) {
        Optional<TokenView> token =
                tokens.list(account).stream().filter(one -> one.id().equals(id)).findFirst();
        if (token.isEmpty() || !tokens.remove(account, id)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "There is no token " + id + ".", "List the tokens; it may be revoked.");
        }
        events.administrative(
                EventKind.TOKEN_REVOKED, Map.of("name", token.orElseThrow().name()));
    }

    private CreatedToken issue(CreateToken request, String owner, Optional<UUID> account) {
        Instant now = clock.instant();
        String secret = tokens.insert(
                new Draft(
                        request.name().strip(),
                        owner,
                        account,
                        request.role(),
                        Actor.current().name(),
                        request.days().map(days -> now.plus(Duration.ofDays(days)))),
                now);
        events.administrative(
                EventKind.TOKEN_CREATED,
                Map.of("name", request.name().strip(), "role", request.role().name()));
        String id = ProgramTokenRepository.id(secret);
        return new CreatedToken(
                tokens.list(account).stream()
                        .filter(token -> token.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                secret);
    }

    private static String requireName(CreateToken request) {
        String name = request.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw invalid("A token has a name of 1 to " + LONGEST_NAME + " characters.", "Name the program.");
        }
        if (request.days().filter(days -> days < 1 || days > 3650).isPresent()) {
            throw invalid("A token expires after 1 to 3650 days.", "Give such a number, or none for no end.");
        }
        return name;
    }

    private static ProblemException invalid(String detail, String remedy) {
        return new ProblemException(ProblemType.INVALID, detail, remedy);
    }
}
