package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.Role;
import dev.winslow.api.account.TokenView;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tokens of programs, or of a person's own. */
@Command(
        name = "token",
        description = "Makes tokens for programs, lists and revokes them.",
        subcommands = {TokenCommands.List.class, TokenCommands.Create.class, TokenCommands.Revoke.class})
final class TokenCommands {
    /** What all of them share: whose tokens. */
    abstract static class OfWhom extends ServerCommand {
        @Option(names = "--mine", description = "Of the person whose token asks; of programs by default.")
        private boolean mine;

        String path() {
            return mine ? Paths.MY_TOKENS : Paths.TOKENS;
        }
    }

    @Command(name = "list", description = "Lists tokens, without what is secret.")
    static final class List extends OfWhom {
        @Override
        public Integer call() throws Exception {
            var tokens = api().list(path(), TokenView.class);
            Table table = new Table("ID", "NAME", "ROLE", "MADE", "BY", "USED", "EXPIRES");
            tokens.forEach(token -> table.row(
                    token.id(),
                    token.name(),
                    token.role(),
                    token.createdAt(),
                    token.createdBy().isEmpty() ? "-" : token.createdBy(),
                    token.lastUsedAt().map(String::valueOf).orElse("-"),
                    token.expiresAt().map(String::valueOf).orElse("never")));
            print(tokens, table::toString);
            return 0;
        }
    }

    @Command(name = "create", description = "Makes a token, which is shown once.")
    static final class Create extends OfWhom {
        @Parameters(index = "0", paramLabel = "NAME", description = "The program that it is for.")
        private String name = "";

        @Option(
                names = "--role",
                defaultValue = "USER",
                description = "USER, AUTHOR, OPERATOR or ADMINISTRATOR; each may also do what those before may.")
        private Role role = Role.USER;

        @Option(names = "--days", paramLabel = "N", description = "Expires after so many days; never by default.")
        private Optional<Integer> days = Optional.empty();

        @Override
        public Integer call() throws Exception {
            var created = api().post(path(), new CreateToken(name, role, days), CreatedToken.class);
            print(
                    created,
                    () -> "Made " + created.token().id() + "\nThe token, which is not shown again: "
                            + created.secret());
            return 0;
        }
    }

    @Command(name = "revoke", description = "Makes a token worth nothing, at once.")
    static final class Revoke extends OfWhom {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            api().delete(path() + "/" + id);
            print(Map.of("id", id), () -> "Revoked " + id);
            return 0;
        }
    }

    private TokenCommands() {}
}
