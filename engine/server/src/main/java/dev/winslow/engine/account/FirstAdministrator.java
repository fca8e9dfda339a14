package dev.winslow.engine.account;

import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.Role;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.security.TokenFiles;
import dev.winslow.engine.settings.WinslowSettings;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator: by the settings, or in the page by whoever can read a file of the server. */
@Service
public class FirstAdministrator {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountService accounts;
    private final AccountRepository repository;
    private final TokenFiles files;
    private final AccountSettings settings;
    private final boolean trial;
    private final InstantSource clock;

    FirstAdministrator(
            AccountService accounts,
            AccountRepository repository,
            TokenFiles files,
            AccountSettings settings,
            WinslowSettings server,
            InstantSource clock) {
        this.accounts = accounts;
        this.repository = repository;
        this.files = files;
        this.settings = settings;
        this.trial = server.trial();
        this.clock = clock;
    }

    /** In a trial the person at the machine is the administrator. */
    @EventListener(ApplicationStartedEvent.class)
    void prepare() {
        if (!accounts.hasAdministrator() && settings.administratorName().isPresent()) {
            bySettings();
        }
        if (accounts.hasAdministrator()) {
            files.withdrawSetup();
        } else if (!trial) {
            log.warn(
                    "Nobody can sign in yet: open the page and make the first administrator with the token in {}",
                    files.provideSetup());
        }
    }

    private void bySettings() {
        String password = settings.administratorPassword()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Expected winslow.accounts.password beside winslow.accounts.administrator, but it is not set."));
        try {
            accounts.create(new CreateAccount(
                    settings.administratorName().orElseThrow(),
                    Optional.empty(),
                    Role.ADMINISTRATOR,
                    Optional.of(password)));
        } catch (ProblemException another) {
            if (!accounts.hasAdministrator()) {
                throw another;
            }
            log.info("Another server has just made the first administrator");
        }
    }

    public boolean isMissing() {
        return !accounts.hasAdministrator();
    }

    /** @param token what the file holds */
    @Transactional
    public Account make(String token, String name, String password) {
        repository.lock();
        if (!files.isSetup(token.strip()) || accounts.hasAdministrator()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This is not the token for the set-up.",
                    "Copy it from the file setup.token in the data folder of the server; its log says where that is.");
        }
        Account first = accounts.createOwn(name, password, Role.ADMINISTRATOR);
        repository.signedIn(first.id(), clock.instant());
        files.withdrawSetup();
        return first;
    }
}
