package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.Capabilities;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What stages may use of a node. */
@Command(
        name = "limit",
        description =
                "Says what stages may use of a node together; what is left out is not limited. What runs goes on.")
final class NodeLimitCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Option(names = "--cores", paramLabel = "N")
    private Optional<Integer> cores = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "Such as 48GiB.")
    private Optional<String> memory = Optional.empty();

    @Option(names = "--gpus", paramLabel = "N", description = "Those with the lowest indexes.")
    private Optional<Integer> gpus = Optional.empty();

    @Override
    public Integer call() throws Exception {
        NodeLimits limits = new NodeLimits(cores, memory.map(Sizes::bytes), gpus);
        NodeView node = api().put(Paths.NODE_LIMITS.replace("{id}", id), limits, NodeView.class);
        Capabilities left = node.limits().within(node.capabilities());
        print(
                node,
                () -> "Stages may use %d cores, %d GiB and %d GPUs of %s"
                        .formatted(
                                left.cores(),
                                left.memoryBytes() >> 30,
                                left.gpus().size(),
                                node.name()));
        return 0;
    }
}
