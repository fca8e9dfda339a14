package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is told what. */
@Command(
        name = "notify",
        description =
                "Has webhooks and mail boxes told of what happens: your own rules, or with --project a project's.",
        subcommands = {
            NotifyCommands.List.class,
            NotifyCommands.Add.class,
            NotifyCommands.Enable.class,
            NotifyCommands.Disable.class,
            NotifyCommands.Remove.class
        })
final class NotifyCommands {
    /** Whose rules are meant. */
    static final class Rules {
        @Option(names = "--project", paramLabel = "ID", description = "The rules of this project instead of your own.")
        private @Nullable UUID project;

        String path() {
            return project == null
                    ? Paths.MY_NOTIFICATIONS
                    : Paths.PROJECT_NOTIFICATIONS.replace("{project}", project.toString());
        }
    }

    @Command(name = "list", description = "Lists rules and how they fare.")
    static final class List extends ServerCommand {
        @Mixin
        private Rules rules = new Rules();

        @Override
        public Integer call() throws Exception {
            var found = api().list(rules.path(), RuleView.class);
            Table table = new Table("ID", "RECEIVER", "ENABLED", "DELIVERED", "PROBLEMS");
            found.forEach(rule -> table.row(
                    rule.id(),
                    receiver(rule.receiver()),
                    rule.enabled() ? "yes" : "no",
                    rule.deliveredAt().map(String::valueOf).orElse("-"),
                    String.join(
                            " ",
                            Stream.of(rule.fault(), rule.givenUp())
                                    .flatMap(Optional::stream)
                                    .toList())));
            print(found, table::toString);
            return 0;
        }

        private static String receiver(Receiver receiver) {
            return switch (receiver) {
                case Receiver.Webhook webhook -> webhook.address().toString();
                case Receiver.Email email -> email.address();
            };
        }
    }

    @Command(
            name = "add",
            description = "Adds a rule. Without --kind it tells of runs that fail, end or wait for a person.")
    static final class Add extends ServerCommand {
        @Mixin
        private Rules rules = new Rules();

        @Option(names = "--webhook", paramLabel = "URL", description = "Posts to this address.")
        private @Nullable URI webhook;

        @Option(names = "--email", paramLabel = "ADDRESS", description = "Writes to this address.")
        private @Nullable String email;

        @Option(names = "--kind", description = "Tells of this: ${COMPLETION-CANDIDATES}; may be repeated.")
        private java.util.List<EventKind> kinds = new ArrayList<>();

        @Option(names = "--only", paramLabel = "PROJECT", description = "For a rule of your own: of this project only.")
        private @Nullable UUID only;

        @Override
        public Integer call() throws Exception {
            var created = api().post(
                            rules.path(),
                            new CreateRule(kinds, receiver(), Optional.ofNullable(only)),
                            CreatedRule.class);
            print(
                    created,
                    () -> "Added " + created.rule().id()
                            + created.secret()
                                    .map(secret -> "\nIts secret, which is not shown again: " + secret)
                                    .orElse("")
                            + created.rule().fault().map(fault -> "\n" + fault).orElse(""));
            return 0;
        }

        private Receiver receiver() {
            if (webhook != null && email == null) {
                return new Receiver.Webhook(webhook);
            }
            if (email != null && webhook == null) {
                return new Receiver.Email(email);
            }
            throw new Refused("Give one of --webhook and --email.");
        }
    }

    @Command(name = "enable", description = "Tells of what happens from now on.")
    static final class Enable extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private Rules rules = new Rules();

        @Override
        public Integer call() throws Exception {
            var rule = api().post(rules.path() + "/" + id + "/enable", "", RuleView.class);
            print(rule, () -> "Enabled");
            return 0;
        }
    }

    @Command(name = "disable", description = "Tells of nothing until it is enabled.")
    static final class Disable extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private Rules rules = new Rules();

        @Override
        public Integer call() throws Exception {
            var rule = api().post(rules.path() + "/" + id + "/disable", "", RuleView.class);
            print(rule, () -> "Disabled");
            return 0;
        }
    }

    @Command(name = "remove", description = "Removes a rule.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private Rules rules = new Rules();

        @Override
        public Integer call() throws Exception {
            api().delete(rules.path() + "/" + id);
            print(id, () -> "Removed");
            return 0;
        }
    }
}
