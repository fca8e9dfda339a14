package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.access.GroupView;
import dev.winslow.api.access.SaveGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Groups of people, which projects can give access to. */
@Command(
        name = "group",
        description = "Makes groups of people, to whom projects can give access together.",
        subcommands = {
            GroupCommands.List.class,
            GroupCommands.Create.class,
            GroupCommands.Change.class,
            GroupCommands.Remove.class
        })
final class GroupCommands {
    @Command(name = "list", description = "Lists groups with their members.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var groups = api().list(Paths.GROUPS, GroupView.class);
            Table table = new Table("NAME", "PROJECTS", "MEMBERS");
            groups.forEach(group -> table.row(group.name(), group.projects(), members(group)));
            print(groups, table::toString);
            return 0;
        }
    }

    @Command(name = "create", description = "Makes a group.")
    static final class Create extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Parameters(index = "1..*", paramLabel = "MEMBER", description = "What people sign in by.")
        private java.util.List<String> members = new ArrayList<>();

        @Override
        public Integer call() throws Exception {
            GroupView made = api().post(Paths.GROUPS, new SaveGroup(name, members), GroupView.class);
            print(made, () -> made.name() + ": " + members(made));
            return 0;
        }
    }

    @Command(name = "change", description = "Changes a group's members or name.")
    static final class Change extends OfOne {
        @Option(names = "--add", paramLabel = "MEMBER")
        private java.util.List<String> added = new ArrayList<>();

        @Option(names = "--remove", paramLabel = "MEMBER")
        private java.util.List<String> removed = new ArrayList<>();

        @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
        private Optional<String> renamed = Optional.empty();

        @Override
        void act(Api api, GroupView group) {
            Set<String> members = new LinkedHashSet<>(group.members());
            members.addAll(added);
            removed.forEach(members::remove);
            GroupView changed = api.put(
                    Paths.GROUPS + "/" + group.id(),
                    new SaveGroup(renamed.orElse(group.name()), java.util.List.copyOf(members)),
                    GroupView.class);
            print(changed, () -> changed.name() + ": " + members(changed));
        }
    }

    @Command(name = "remove", description = "Removes a group; its members lose what they had by it.")
    static final class Remove extends OfOne {
        @Override
        void act(Api api, GroupView group) {
            api.delete(Paths.GROUPS + "/" + group.id());
            print(Map.of("id", group.id()), () -> "Removed " + group.name());
        }
    }

    /** What those share that are about one group. */
    abstract static class OfOne extends ServerCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        abstract void act(Api api, GroupView group);

        @Override
        public Integer call() throws Exception {
            Api api = api();
            act(
                    api,
                    api.list(Paths.GROUPS, GroupView.class).stream()
                            .filter(group -> group.name().equals(name)
                                    || group.id().toString().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new Refused(
                                    "There is no group " + name + ": ./winslow group list shows them all.")));
            return 0;
        }
    }

    private static String members(GroupView group) {
        return group.members().isEmpty() ? "nobody" : String.join(", ", group.members());
    }

    private GroupCommands() {}
}
