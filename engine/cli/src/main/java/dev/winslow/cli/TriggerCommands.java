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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What starts runs without a person. */
@Command(
        name = "trigger",
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
    @Command(name = "list", description = "Lists triggers.")
    static final class List extends ServerCommand {
        @Option(names = "--project", paramLabel = "ID", description = "Only those of this project.")
        private @Nullable UUID project;

        @Override
        public Integer call() throws Exception {
            var triggers =
                    api().list(Paths.TRIGGERS + (project == null ? "" : "?project=" + project), TriggerView.class);
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
            print(triggers, table::toString);
            return 0;
        }
    }

    @Command(name = "show", description = "Shows what came of a trigger each time, newest first.")
    static final class Show extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            var firings = api().list(Paths.TRIGGERS + "/" + id + "/firings", FiringView.class);
            Table table = new Table("DUE", "OUTCOME", "PROJECT", "WHAT CAME OF IT");
            firings.forEach(firing -> table.row(
                    firing.dueAt(),
                    firing.outcome(),
                    firing.projectId().map(UUID::toString).orElse("-"),
                    firing.sentence()));
            print(firings, table::toString);
            return 0;
        }
    }

    @Command(
            name = "add",
            description = "Adds a trigger: --call, --at or --cron of a project, or --folder, which makes projects.")
    static final class Add extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Mixin
        private TriggerOptions source = new TriggerOptions();

        @Option(names = "--env", paramLabel = "NAME=VALUE", description = "A variable of the runs; may be repeated.")
        private Map<String, String> variables = new LinkedHashMap<>();

        @Override
        public Integer call() throws Exception {
            var created = api().post(
                            Paths.TRIGGERS, new CreateTrigger(name, source.source(), variables), CreatedTrigger.class);
            print(created, () -> words(created));
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

    @Command(name = "enable", description = "Lets a trigger fire again.")
    static final class Enable extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            var trigger = api().post(Paths.TRIGGERS + "/" + id + "/enable", "", TriggerView.class);
            print(trigger, () -> "Enabled " + trigger.name());
            return 0;
        }
    }

    @Command(name = "disable", description = "Keeps a trigger from firing.")
    static final class Disable extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            var trigger = api().post(Paths.TRIGGERS + "/" + id + "/disable", "", TriggerView.class);
            print(trigger, () -> "Disabled " + trigger.name());
            return 0;
        }
    }

    @Command(name = "remove", description = "Removes a trigger with its token; runs that it started stay.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        public Integer call() throws Exception {
            api().delete(Paths.TRIGGERS + "/" + id);
            print(id, () -> "Removed");
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
