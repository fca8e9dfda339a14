package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.IssuedPassword;
import dev.winslow.api.account.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People's accounts, for administrators. */
@Command(
        name = "account",
        description = "Adds people, says what they may do, and gives new passwords.",
        subcommands = {
            AccountCommands.List.class,
            AccountCommands.Add.class,
            AccountCommands.Change.class,
            AccountCommands.Password.class,
            AccountCommands.Disable.class,
            AccountCommands.Enable.class
        })
final class AccountCommands {
    private static final String ROLES =
            "USER, AUTHOR, OPERATOR or ADMINISTRATOR; each may also do what those before may.";

    @Command(name = "list", description = "Lists people.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var accounts = api().list(Paths.ACCOUNTS, AccountView.class);
            Table table = new Table("NAME", "FULL NAME", "ROLE", "STATE", "LAST SIGN-IN", "ID");
            accounts.forEach(account -> table.row(
                    account.name(),
                    account.fullName(),
                    account.role(),
                    state(account),
                    account.lastSignInAt().map(String::valueOf).orElse("-"),
                    account.id()));
            print(accounts, table::toString);
            return 0;
        }

        private static String state(AccountView account) {
            if (account.disabled()) {
                return "disabled";
            }
            return account.mustChangePassword() ? "has to choose a password" : "active";
        }
    }

    @Command(
            name = "add",
            description = "Adds a person, with a password that is shown once and good for the first sign-in.")
    static final class Add extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "What the person signs in by.")
        private String name = "";

        @Option(names = "--full-name", paramLabel = "NAME")
        private Optional<String> fullName = Optional.empty();

        @Option(names = "--role", defaultValue = "USER", description = ROLES)
        private Role role = Role.USER;

        @Override
        public Integer call() throws Exception {
            var created = api().post(
                            Paths.ACCOUNTS,
                            new CreateAccount(name, fullName, role, Optional.empty()),
                            CreatedAccount.class);
            print(
                    created,
                    () -> "Added " + created.account().name()
                            + created.password()
                                    .map(password -> "\nThe first password, which is not shown again: " + password)
                                    .orElse(""));
            return 0;
        }
    }

    /** What all that follow share: whose account it is. */
    abstract static class OfOne extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "What the person signs in by.")
        private String name = "";

        abstract void act(Api api, AccountView account);

        AccountView change(Api api, AccountView account, ChangeAccount request) {
            return api.patch(Paths.ACCOUNTS + "/" + account.id(), request, AccountView.class);
        }

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String wanted = name.toLowerCase(Locale.ROOT);
            act(
                    api,
                    api.list(Paths.ACCOUNTS, AccountView.class).stream()
                            .filter(account -> account.name().equals(wanted)
                                    || account.id().toString().equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> new Refused(
                                    "There is nobody called " + name + ": ./winslow account list shows everybody.")));
            return 0;
        }
    }

    @Command(name = "change", description = "Changes a person's role or full name.")
    static final class Change extends OfOne {
        @Option(names = "--full-name", paramLabel = "NAME")
        private Optional<String> fullName = Optional.empty();

        @Option(names = "--role", description = ROLES)
        private Optional<Role> role = Optional.empty();

        @Override
        void act(Api api, AccountView account) {
            AccountView changed = change(api, account, new ChangeAccount(fullName, role, Optional.empty()));
            print(changed, () -> changed.name() + " is " + changed.role());
        }
    }

    @Command(name = "password", description = "Makes a new password, shown once, and signs the person out everywhere.")
    static final class Password extends OfOne {
        @Override
        void act(Api api, AccountView account) {
            var issued = api.post(Paths.ACCOUNTS + "/" + account.id() + "/password", Map.of(), IssuedPassword.class);
            print(
                    issued,
                    () -> "The password of " + account.name() + ", which is not shown again: " + issued.password());
        }
    }

    @Command(
            name = "disable",
            description = "Signs a person out everywhere and ends their tokens; what they did stays.")
    static final class Disable extends OfOne {
        @Override
        void act(Api api, AccountView account) {
            var changed =
                    change(api, account, new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(true)));
            print(changed, () -> changed.name() + " cannot sign in any more");
        }
    }

    @Command(name = "enable", description = "Lets a person sign in again.")
    static final class Enable extends OfOne {
        @Override
        void act(Api api, AccountView account) {
            var changed =
                    change(api, account, new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(false)));
            print(changed, () -> changed.name() + " can sign in again");
        }
    }

    private AccountCommands() {}
}
