package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.Capabilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists, drains, limits and removes nodes. */
@Command(
        name = "node",
        description = "Lists, drains, limits and removes nodes.",
        subcommands = {
            NodeCommands.List.class,
            NodeCommands.Drain.class,
            NodeCommands.Undrain.class,
            NodeCommands.Remove.class,
            NodeLimitCommand.class,
            UtilisationCommand.class
        })
final class NodeCommands {
    @Command(name = "list", description = "Lists nodes.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var nodes = api().list(Paths.NODES, NodeView.class);
            Table table = new Table("ID", "NAME", "STATE", "VERSION", "CORES", "GIB", "GPUS", "TAGS", "RUNNING");
            nodes.forEach(node -> table.row(
                    node.id(),
                    node.name(),
                    node.state(),
                    node.agentVersion(),
                    of(node).cores(),
                    of(node).memoryBytes() >> 30,
                    of(node).gpus().size(),
                    String.join(", ", node.capabilities().tags()),
                    node.attempts().size()));
            print(nodes, table::toString);
            return 0;
        }

        /** What stages may use. */
        private static Capabilities of(NodeView node) {
            return node.limits().within(node.capabilities());
        }
    }

    @Command(name = "drain", description = "Lets a node finish what it runs and gives it nothing new.")
    static final class Drain extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            api().post(Paths.NODES + "/" + id + "/drain", "");
            print(id, () -> "Drained");
            return 0;
        }
    }

    @Command(name = "remove", description = "Forgets a node whose worker has stopped; what its stages left stays.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            api().delete(Paths.NODES + "/" + id);
            print(id, () -> "Removed");
            return 0;
        }
    }

    @Command(name = "undrain", description = "Gives a drained node stages again.")
    static final class Undrain extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            api().post(Paths.NODES + "/" + id + "/undrain", "");
            print(id, () -> "Takes stages again");
            return 0;
        }
    }
}
