package dev.winslow.engine.account;

import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.Role;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Ids;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.security.ProgramTokenRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, as administrators see to them. One administrator always remains. */
@Service
public class AccountService {
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final RememberedSignIns remembered;
    private final ProgramTokenRepository programs;
    private final Events events;
    private final InstantSource clock;

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            RememberedSignIns remembered,
            ProgramTokenRepository programs,
            Events events,
            InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.remembered = remembered;
        this.programs = programs;
        this.events = events;
        this.clock = clock;
    }

    public List<Account> list() {
        return accounts.list();
    }

    public Optional<Account> find(UUID id) {
        return accounts.find(id);
    }

    public Account require(UUID id) {
        return accounts.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no account " + id + ".", "List the accounts."));
    }

    public boolean hasAdministrator() {
        return accounts.countAdministrators() > 0;
    }

    @Transactional
    public CreatedAccount create(CreateAccount request) {
        Optional<String> made = request.password().isPresent() ? Optional.empty() : Optional.of(Passwords.random());
        String password = request.password().or(() -> made).orElseThrow();
        return new CreatedAccount(add(request, password, true).view(), made);
    }

    /** The password is the person's own already. */
    @Transactional
    public Account createOwn(String name, String password, Role role) {
        return add(new CreateAccount(name, Optional.empty(), role, Optional.empty()), password, false);
    }

    private Account add(CreateAccount request, String password, boolean ofSomebodyElse) {
        String name = AccountNames.require(request.name());
        accounts.lock();
        if (accounts.find(name).isPresent() || programs.isProgram(name)) {
            throw AccountNames.taken(name);
        }
        Account account = new Account(
                Ids.next(),
                name,
                request.fullName().map(String::strip).orElse(""),
                request.role(),
                passwords.encode(name, password),
                ofSomebodyElse,
                false,
                0,
                clock.instant(),
                Optional.empty());
        accounts.insert(account);
        events.administrative(
                EventKind.ACCOUNT_CREATED,
                Map.of("name", name, "role", account.role().name()));
        return account;
    }

    @Transactional
    public Account change(UUID id, ChangeAccount request) {
        accounts.lock();
        Account before = require(id);
        Account after = before;
        if (request.fullName().isPresent()) {
            after = after.withFullName(request.fullName().orElseThrow().strip());
        }
        if (request.role().filter(role -> role != before.role()).isPresent()) {
            after = after.withRole(request.role().orElseThrow());
        }
        if (request.disabled().filter(disabled -> disabled != before.disabled()).isPresent()) {
            after = after.withDisabled(request.disabled().orElseThrow());
        }
        accounts.update(after);
        requireAdministrator(before);
        tell(before, after);
        return after;
    }

    private void requireAdministrator(Account before) {
        if (before.role() == Role.ADMINISTRATOR && !before.disabled() && !hasAdministrator()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    before.name() + " is the last administrator.",
                    "Make somebody else an administrator first.");
        }
    }

    private void tell(Account before, Account after) {
        if (before.role() != after.role()) {
            events.administrative(
                    EventKind.ROLE_CHANGED,
                    Map.of(
                            "name",
                            after.name(),
                            "old",
                            before.role().name(),
                            "new",
                            after.role().name()));
        }
        if (before.disabled() != after.disabled()) {
            remembered.forgetAll(after.id());
            events.administrative(
                    after.disabled() ? EventKind.ACCOUNT_DISABLED : EventKind.ACCOUNT_ENABLED,
                    Map.of("name", after.name()));
        }
    }

    /** A password that is good until the person has chosen another; whoever is signed in by the old one is signed out. */
    @Transactional
    public String resetPassword(UUID id) {
        accounts.lock();
        Account account = require(id);
        String password = Passwords.random();
        accounts.update(account.withPassword(passwords.encode(account.name(), password), true));
        remembered.forgetAll(id);
        events.administrative(EventKind.PASSWORD_RESET, Map.of("name", account.name()));
        return password;
    }

    /** The person's own; the caller has made sure that it is the person. */
    @Transactional
    Account choosePassword(UUID id, String fresh) {
        accounts.lock();
        Account account = require(id);
        Account changed = account.withPassword(passwords.encode(account.name(), fresh), false);
        accounts.update(changed);
        remembered.forgetAll(id);
        events.administrative(EventKind.PASSWORD_CHANGED, Map.of("name", account.name()));
        return changed;
    }
}
