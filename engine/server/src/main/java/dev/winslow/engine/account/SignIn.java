package dev.winslow.engine.account;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.account.Guesses.Subject;
import dev.winslow.engine.history.Events;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets a person in by name and password, and slows down who guesses. */
@Service
public class SignIn {
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Events events;
    private final InstantSource clock;

    SignIn(AccountRepository accounts, Passwords passwords, Guesses guesses, Events events, InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.events = events;
        this.clock = clock;
    }

    /** What comes of it. Whether there is such a name is not told. */
    public sealed interface Outcome {
        record Accepted(Account account) implements Outcome {}

        record Refused() implements Outcome {}

        /** Too many wrong ones: this one was not looked at. */
        record Wait(Duration time) implements Outcome {}
    }

    /** @param address where the person asks from */
    public Outcome byPassword(String typedName, String password, String address) {
        String name = AccountNames.normal(typedName);
        List<Subject> subjects = subjects(name, address);
        for (Subject subject : subjects) {
            Optional<Duration> wait = guesses.reserve(subject);
            if (wait.isPresent()) {
                // Those that have counted it already: it was not looked at.
                subjects.subList(0, subjects.indexOf(subject)).forEach(guesses::takeBack);
                return new Outcome.Wait(wait.orElseThrow());
            }
        }
        Optional<Account> account = verified(name, password);
        if (account.isEmpty()) {
            noteBlock(name, address, subjects.getFirst());
            return new Outcome.Refused();
        }
        guesses.forget(subjects.getFirst());
        subjects.stream().skip(1).forEach(guesses::takeBack);
        entered(account.orElseThrow());
        return new Outcome.Accepted(account.orElseThrow());
    }

    /** For a person who is in already and wants to do something that only they may do. */
    public Outcome confirm(UUID id, String password, String address) {
        Optional<Account> account = accounts.find(id);
        return account.isEmpty()
                ? new Outcome.Refused()
                : byPassword(account.orElseThrow().name(), password, address);
    }

    private static List<Subject> subjects(String name, String address) {
        return List.of(
                Subject.of(BackOff.OF_NAME_AND_ADDRESS, "both", name, address),
                Subject.of(BackOff.OF_ADDRESS, "address", address),
                Subject.of(BackOff.OF_NAME, "name", name));
    }

    private Optional<Account> verified(String name, String password) {
        Optional<Account> known = accounts.find(name).filter(account -> !account.disabled());
        if (known.isEmpty()) {
            passwords.matchNobodys(password);
            return Optional.empty();
        }
        return known.filter(account -> passwords.matches(password, account.password()))
                .map(account -> keptWell(account, password));
    }

    private Account keptWell(Account account, String password) {
        if (passwords.isOutdated(account.password())) {
            accounts.keepPassword(account.id(), account.password(), passwords.again(password));
        }
        return account;
    }

    private void entered(Account account) {
        accounts.signedIn(account.id(), clock.instant());
        events.administrative(EventKind.SIGNED_IN, Map.of("name", account.name()));
    }

    /** Told once, when it begins, and only of people who exist. */
    private void noteBlock(String name, String address, Subject both) {
        if (guesses.failures(both) == both.backOff().free()
                && accounts.find(name).isPresent()) {
            events.administrative(EventKind.SIGN_IN_BLOCKED, Map.of("name", name, "address", address));
        }
    }
}
