package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.node.NodeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and drains nodes. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "Lists and drains nodes.",
        subcommands = {NodeCommands.List.class, NodeCommands.Drain.class, NodeCommands.Undrain.class})
final class NodeCommands {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists nodes.")
    static final class List implements Callable<Integer> {
        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var nodes = server.api().list(Paths.NODES, NodeView.class);
            Table table = new Table("ID", "NAME", "STATE", "CORES", "GIB", "GPUS", "TAGS", "RUNNING");
            nodes.forEach(node -> table.row(
                    node.id(),
                    node.name(),
                    node.state(),
                    node.capabilities().cores(),
                    node.capabilities().memoryBytes() >> 30,
                    node.capabilities().gpus().size(),
                    String.join(", ", node.capabilities().tags()),
                    node.attempts().size()));
            server.print(spec.commandLine().getOut(), nodes, table::toString);
            return 0;
        }
    }

    @Command(
            name = "drain",
            mixinStandardHelpOptions = true,
            description = "Lets a node finish what it runs and gives it nothing new.")
    static final class Drain implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            server.api().post(Paths.NODES + "/" + id + "/drain", "");
            server.print(spec.commandLine().getOut(), id, () -> "Drained");
            return 0;
        }
    }

    @Command(name = "undrain", mixinStandardHelpOptions = true, description = "Gives a drained node stages again.")
    static final class Undrain implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            server.api().post(Paths.NODES + "/" + id + "/undrain", "");
            server.print(spec.commandLine().getOut(), id, () -> "Takes stages again");
            return 0;
        }
    }
}
