package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What starts runs without a person. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        description = "Starts runs by a call, at times, or when a film arrives in the pool.",
        subcommands = {
            TriggerCommands.List.class,
            TriggerCommands.Show.class,
            TriggerCommands.Add.class,
            TriggerCommands.Enable.class,
            TriggerCommands.Disable.class,
            TriggerCommands.Remove.class
        })
final class TriggerCommands {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists triggers.")
    static final class List implements Callable<Integer> {
        @Option(names = "--project", paramLabel = "ID", description = "Only those of this project.")
        private @Nullable UUID project;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var triggers = server.api()
                    .list(Paths.TRIGGERS + (project == null ? "" : "?project=" + project), TriggerView.class);
            Table table = new Table("ID", "NAME", "FIRES", "ENABLED", "NEXT", "LATEST");
            triggers.forEach(trigger -> table.row(
                    trigger.id(),
                    trigger.name(),
                    fires(trigger.source()),
                    trigger.enabled() ? "yes" : "no",
                    trigger.nextTimes().stream()
                            .findFirst()
                            .map(String::valueOf)
                            .orElse("-"),
                    trigger.latest()
                            .map(latest -> latest.firedAt() + " " + latest.outcome())
                            .orElse("-")));
            server.print(spec.commandLine().getOut(), triggers, table::toString);
            return 0;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows what came of a trigger each time, newest first.")
    static final class Show implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var firings = server.api().list(Paths.TRIGGERS + "/" + id + "/firings", FiringView.class);
            Table table = new Table("DUE", "OUTCOME", "PROJECT", "WHAT CAME OF IT");
            firings.forEach(firing -> table.row(
                    firing.dueAt(),
                    firing.outcome(),
                    firing.projectId().map(UUID::toString).orElse("-"),
                    firing.sentence()));
            server.print(spec.commandLine().getOut(), firings, table::toString);
            return 0;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a trigger: --call, --at or --cron of a project, or --folder, which makes projects.")
    static final class Add implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Mixin
        private TriggerOptions source = new TriggerOptions();

        @Option(names = "--env", paramLabel = "NAME=VALUE", description = "A variable of the runs; may be repeated.")
        private Map<String, String> variables = new LinkedHashMap<>();

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var created = server.api()
                    .post(Paths.TRIGGERS, new CreateTrigger(name, source.source(), variables), CreatedTrigger.class);
            server.print(spec.commandLine().getOut(), created, () -> words(created));
            return 0;
        }

        private static String words(CreatedTrigger created) {
            StringBuilder words =
                    new StringBuilder("Added ").append(created.trigger().id());
            created.trigger()
                    .nextTimes()
                    .forEach(next -> words.append("\nfires at ").append(next));
            created.token()
                    .ifPresent(token -> words.append("\nIts token, which is not shown again: ")
                            .append(token));
            return words.toString();
        }
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a trigger fire again.")
    static final class Enable implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var trigger = server.api().post(Paths.TRIGGERS + "/" + id + "/enable", "", TriggerView.class);
            server.print(spec.commandLine().getOut(), trigger, () -> "Enabled " + trigger.name());
            return 0;
        }
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Keeps a trigger from firing.")
    static final class Disable implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var trigger = server.api().post(Paths.TRIGGERS + "/" + id + "/disable", "", TriggerView.class);
            server.print(spec.commandLine().getOut(), trigger, () -> "Disabled " + trigger.name());
            return 0;
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a trigger with its token; runs that it started stay.")
    static final class Remove implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            server.api().delete(Paths.TRIGGERS + "/" + id);
            server.print(spec.commandLine().getOut(), id, () -> "Removed");
            return 0;
        }
    }

    private static String fires(TriggerSource source) {
        return switch (source) {
            case TriggerSource.Call call -> "when called";
            case TriggerSource.Once once -> "at " + once.at();
            case TriggerSource.Cron cron -> cron.cron() + " " + cron.zone();
            case TriggerSource.Folder folder -> "films in " + folder.folder();
        };
    }
}
